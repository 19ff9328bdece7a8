// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the tagger of names sees of a text: per token a few facts, and from them hashed features.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/pii/name_list.h"
#include "text/pii/word_facts.h"
#include "text/tokens.h"

namespace attune {

enum class Shape : std::uint8_t {
  lower,
  title,
  capitals,
  letter,  ///< One capital letter.
  mixed,   ///< "iPhone".
  short_number,
  number,  ///< Three or four digits.
  long_number,
  digits_and_letters,
  full_stop,
  comma,
  colon,
  dash,
  quote,
  punctuation,
  other  ///< Emoji, mentions, links.
};

struct NameToken {
  std::string_view word;   ///< Folded, without "'s"; a view into the Tokens.
  std::uint64_t hash = 0;  ///< Of `word`.
  std::uint8_t lists = 0;  ///< NameList bits.
  std::uint8_t facts = 0;  ///< WordFacts bits.
  Shape shape = Shape::other;
  bool opens = false;       ///< First of a sentence or line.
  bool line = false;        ///< First of a line.
  bool possessive = false;  ///< "Karen's".
  bool candidate = false;   ///< May be part of a name or an address.
};

/// What can be told of a token without its neighbours.
[[nodiscard]] NameToken see(std::string_view text, const Tokens& source, const Token& token,
                            const WordFacts& facts);

/// Scratch for one text, reused from text to text.
class NameView {
 public:
  /// Reads the tokens of `text`. Returns false, having done little, if no token is a candidate.
  bool prepare(std::string_view text, const Tokens& tokens, const WordFacts& facts);

  static constexpr std::size_t kFeatures = 21;

  /// Writes kFeatures hashes for token `i` to `hashes`.
  void features(std::size_t i, std::uint32_t* hashes) const;

  /// A hash of what token `i` is, for transitions: its shape and lists.
  [[nodiscard]] std::uint32_t kind(std::size_t i) const;

  std::vector<NameToken> tokens;
  std::size_t lines = 0;  ///< That hold a token.
  bool shouting = false;  ///< Most words are in capitals.
  bool strange = false;   ///< Most words in small letters are unknown: another language.
  bool numbers = false;   ///< A candidate is a number.

 private:
  void look_around(std::string_view text, const Tokens& source);
  [[nodiscard]] const NameToken& at(std::size_t i, int offset) const;
  [[nodiscard]] bool stands_out(std::size_t i) const;
  [[nodiscard]] bool small_stands_out(std::size_t i) const;
};

}  // namespace attune
