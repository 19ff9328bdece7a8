// SPDX-License-Identifier: Apache-2.0
#include "themes/phrases.h"

#include <algorithm>
#include <array>

#include "base/hash.h"

namespace attune {

namespace {

constexpr std::size_t kMostWords = 5;
constexpr std::size_t kMostBytes = 24;  // longer "words" are links, laughter or mistakes

// May open a name, though they say nothing alone: "on hold", "without permission".
constexpr auto kOpening =
    std::to_array<std::string_view>({"for", "in", "off", "on", "out", "over", "under", "without"});
// Say nothing that a name needs, wherever they stand. Sorted.
constexpr auto kLight = std::to_array<std::string_view>(
    {"actually", "already", "always", "anyway", "currently", "even", "ever", "lol", "much", "omg",
     "one", "recently", "still", "today", "yesterday", "yet"});
constexpr auto kNegations =
    std::to_array<std::string_view>({"cannot", "cant", "didnt", "doesnt", "dont", "isnt", "never",
                                     "no", "nobody", "none", "not", "nothing", "wasnt", "wont"});

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool only_letters(std::string_view word) {
  return std::none_of(word.begin(), word.end(),
                      [](char c) { return (c >= '0' && c <= '9') || c == '_'; });
}

}  // namespace

PhraseReader::Word PhraseReader::word(std::size_t token) {
  if (tokens_.list[token].kind != TokenKind::word) return {};
  const std::string folded(tokens_.word(token));
  const auto [entry, fresh] = known_.try_emplace(folded);
  Word& word = entry->second;
  if (!fresh || folded.size() > kMostBytes || !only_letters(folded)) return word;
  word.stem = hash64(stems_.stem(folded));
  if (holds(kNegations, folded) || folded.ends_with("n't")) {
    word = {hash64("not"), Role::negation};
  } else if (holds(kOpening, folded)) {
    word.role = Role::opening;
  } else if (is_function_word(folded)) {
    word.role = Role::function;
  } else if (holds(kLight, folded) || folded.size() < 2) {
    word.role = Role::light;
  } else {
    word.role = Role::content;
  }
  return word;
}

void PhraseReader::read_from(std::size_t begin, const std::vector<Word>& words) {
  const Role first = words[begin].role;
  if (first != Role::content && first != Role::negation && first != Role::opening) return;
  Phrase phrase;
  phrase.begin = static_cast<std::uint32_t>(begin);
  for (std::size_t i = begin; i < std::min(words.size(), begin + kMostWords); ++i) {
    const Role role = words[i].role;
    if (role == Role::breaks) return;
    if (role == Role::content || role == Role::negation) {
      phrase.key = hash_pair(phrase.key, words[i].stem);
      phrase.words += words[i].stem;
    }
    if (role != Role::content) continue;
    ++phrase.contents;
    phrase.end = static_cast<std::uint32_t>(i + 1);
    phrases_.push_back(phrase);
  }
}

const std::vector<Phrase>& PhraseReader::read(std::string_view text) {
  tokenise(text, tokens_);
  phrases_.clear();
  std::vector<Word> words;
  words.reserve(tokens_.size());
  for (std::size_t i = 0; i < tokens_.size(); ++i) words.push_back(word(i));
  for (std::size_t i = 0; i < words.size(); ++i) read_from(i, words);
  return phrases_;
}

std::string PhraseReader::shown(const Phrase& phrase) const {
  std::string out;
  for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
    if (!out.empty()) out += ' ';
    out += tokens_.word(i);
  }
  return out;
}

}  // namespace attune
