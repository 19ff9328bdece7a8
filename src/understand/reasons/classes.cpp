// SPDX-License-Identifier: Apache-2.0
#include "understand/reasons/classes.h"

#include <array>
#include <string_view>

#include "understand/heads/cues.h"

namespace attune {

namespace {

constexpr std::uint64_t kLink = 96;
constexpr std::uint64_t kMention = 97;
constexpr std::uint64_t kNumber = 98;
constexpr std::uint64_t kLongWord = 59;
constexpr std::size_t kShort = 3;  ///< Words up to this long speak for themselves.

struct Ending {
  std::string_view letters;
  std::uint64_t klass;
};
constexpr std::array<Ending, 5> kEndings = {
    {{"ing", 60}, {"ed", 61}, {"ly", 62}, {"n't", 64}, {"s", 63}}};

bool ends_so(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() + 2 && word.ends_with(ending);
}

/// The low bits of a word's hash, above every other class.
std::uint64_t itself(std::uint64_t hash, std::uint64_t above) {
  return above + (hash & 0xFFFFU);
}

std::uint64_t class_of_word(std::string_view word, std::uint64_t hash) {
  const Cue cue = cue_of(cue_hash(word));
  if (cue != Cue::none) return 1 + static_cast<std::uint64_t>(cue);
  if (word.size() <= kShort) return itself(hash, 2000);
  for (const Ending& ending : kEndings) {
    if (ends_so(word, ending.letters)) return ending.klass;
  }
  return kLongWord;
}

}  // namespace

std::uint64_t reason_class(const Tokens& tokens, std::uint32_t token) {
  const std::uint64_t hash = tokens.traits(token).hash;
  switch (tokens.list[token].kind) {
    case TokenKind::number:
      return kNumber;
    case TokenKind::mention:
      return kMention;
    case TokenKind::link:
      return kLink;
    case TokenKind::word:
      return class_of_word(tokens.word(token), hash);
    default:
      return itself(hash, 1000);
  }
}

}  // namespace attune
