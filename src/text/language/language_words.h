// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words that tell languages apart: the small words that every text needs, written down by hand, and
// for English the words of customers. A word may stand in several languages; only what sets two
// languages apart then counts.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace attune {

/// A set of languages: bit i is `language_code(i)`.
using LanguageSet = std::uint64_t;

inline constexpr LanguageSet kEnglish = 1;  ///< English is language 0.

[[nodiscard]] std::size_t language_count();

/// ISO 639-1 code of language `i` (< language_count()); a constant.
[[nodiscard]] std::string_view language_code(std::size_t i);

/// The number of `code`, or language_count().
[[nodiscard]] std::size_t language_number(std::string_view code);

/// Looks words up in O(1). Immutable after it is made.
class LanguageWords {
 public:
  /// The one table of the program; made at first use.
  [[nodiscard]] static const LanguageWords& get();

  /// The languages that use `folded` (lower case, straight apostrophes) as a common word; 0 if
  /// none.
  [[nodiscard]] LanguageSet find(std::string_view folded) const;

 private:
  struct Slot {
    std::uint64_t key = 0;
    LanguageSet languages = 0;
  };

  LanguageWords();
  void add(std::string_view word, LanguageSet language);

  std::vector<Slot> slots_;
};

}  // namespace attune
