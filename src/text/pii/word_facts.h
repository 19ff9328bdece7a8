// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a word is usually written: a small hashed set, learned from plain texts.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace attune {

/// Bits by word. Words are kept as 32-bit hashes: about one unknown word in 300,000 is taken for a
/// known one.
class WordFacts {
 public:
  static constexpr std::uint8_t kCommon = 1;      ///< Seen in small letters.
  static constexpr std::uint8_t kVeryCommon = 2;  ///< Seen so often.
  static constexpr std::uint8_t kDerived = 8;     ///< Not kept: a common word with an affix.
  static constexpr std::uint8_t kProper = 4;      ///< Mostly seen with a capital, inside sentences.

  struct Entry {
    std::uint32_t hash = 0;
    std::uint8_t bits = 0;
  };

  WordFacts();

  /// The bits of `folded` (lower case); 0 for an unknown word. O(1).
  [[nodiscard]] std::uint8_t find(std::string_view folded) const;
  /// The same by the word's short_hash (text/short_hash.h).
  [[nodiscard]] std::uint8_t find(std::uint64_t hash) const;
  /// Asks for what find(hash) will look at.
  void expect(std::uint64_t hash) const;
  void set(std::string_view folded, std::uint8_t bits);
  void set(Entry entry);

  /// In order of hash.
  [[nodiscard]] std::vector<Entry> entries() const;
  [[nodiscard]] std::size_t size() const { return used_; }

 private:
  [[nodiscard]] std::size_t slot(std::uint32_t hash) const;

  std::vector<Entry> slots_;  ///< A power of two; hash 0 is empty.
  std::size_t used_ = 0;
};

}  // namespace attune
