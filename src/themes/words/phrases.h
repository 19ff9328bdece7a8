// SPDX-License-Identifier: Apache-2.0
#pragma once

// The phrases of a text that could stand as a name: runs of at most six words, no mark between
// them, that begin and end with a word that says something ("top up my card", "on hold for hours",
// "how long does it take").

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/tokens.h"
#include "text/words/stem.h"

namespace attune {

struct Phrase {
  std::uint64_t key = 0;    ///< Equal for "card not arriving" and "card has not arrived".
  std::uint64_t words = 0;  ///< The same in any order of the words.
  std::uint32_t begin = 0;  ///< Tokens [begin, end) of the text.
  std::uint32_t end = 0;
  std::uint32_t contents = 0;  ///< Words that say what it is about.
  std::uint32_t judges = 0;    ///< Words that praise or blame: "best", "worst".
  std::uint32_t said = 0;      ///< Those, negations, and words such as "hours".
};

/// Finds phrases. Keeps what it has met: not for several threads at once.
class PhraseReader {
 public:
  /// All phrases of `text`, also those inside others; valid until the next call.
  const std::vector<Phrase>& read(std::string_view text);
  /// The phrase of the text read last, as it would be shown: folded, one space between words.
  [[nodiscard]] std::string shown(const Phrase& phrase) const;

 private:
  enum class Role : std::uint8_t {
    breaks,
    function,
    opening,
    particle,
    light,
    negation,
    weak,
    judging,
    content
  };
  struct Word {
    std::uint64_t stem = 0;
    Role role = Role::breaks;
  };
  Word word(std::size_t token);
  [[nodiscard]] bool may_begin(std::size_t at) const;
  void read_from(std::size_t begin);
  static Role role_of(std::string_view folded);

  Stemmer stems_;
  Tokens tokens_;
  std::vector<Word> words_;  ///< Of the text read last, one a token.
  std::vector<Phrase> phrases_;
  std::unordered_map<std::string, Word> known_;
};

}  // namespace attune
