// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which words are in which classes, and how common a word is.

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "phrases/book.h"

namespace attune::phrases {

/// Up to eight bytes as a number, the capitals of ASCII made small.
[[nodiscard]] inline std::uint64_t small_letters(std::uint64_t bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  constexpr std::uint64_t kTops = 0x80 * kOnes;
  const std::uint64_t low = bytes & ~kTops;
  const std::uint64_t from_a = low + (0x80 - 'A') * kOnes;
  const std::uint64_t past_z = low + (0x80 - ('Z' + 1)) * kOnes;
  return bytes | ((from_a & ~past_z & ~bytes & kTops) >> 2U);
}

/// `count` (1 to 8) bytes of `text` from `at` on; the rest of the number is zero.
[[nodiscard]] inline std::uint64_t bytes_at(std::string_view text, std::size_t at,
                                            std::size_t count) {
  std::uint64_t bytes = 0;
  if (at + 8 > text.size()) {
    std::memcpy(&bytes, text.data() + at, count);
    return bytes;
  }
  std::memcpy(&bytes, text.data() + at, 8);
  const std::size_t unwanted = 64 - 8 * count;
  if constexpr (std::endian::native == std::endian::little) return bytes << unwanted >> unwanted;
  return bytes >> unwanted << unwanted;
}

/// The number of the word [begin, end) of `text`, taken eight bytes at a time; capitals of ASCII
/// count as small letters. `begin` < `end` <= text.size().
[[nodiscard]] inline std::uint64_t word_key(std::string_view text, std::size_t begin,
                                            std::size_t end) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;
  std::uint64_t key = (end - begin) * kOdd;
  for (; end - begin > 8; begin += 8) {
    key = (key ^ small_letters(bytes_at(text, begin, 8))) * kOdd;
    key ^= key >> 32U;
  }
  key = (key ^ small_letters(bytes_at(text, begin, end - begin))) * kOdd;
  return key ^ (key >> 32U);
}

/// A table from 64-bit keys to numbers over 0; flat, open addressing. A key stands for its word:
/// among ten thousand words and all that is ever looked up, two alike are not expected.
class KeyIndex {
 public:
  /// Gives the number of `key`, which becomes `number` if it is new.
  std::uint32_t add(std::uint64_t key, std::uint32_t number);
  /// 0 if it is absent.
  [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
    const std::size_t bit = key & maybe_mask_;
    if ((maybe_[bit / 64] >> (bit % 64) & 1U) == 0) return 0;  // Most are: a small look is enough.
    for (std::size_t at = key >> shift_;; at = (at + 1) & mask_) {
      if (slots_[at].key == key) return slots_[at].number;
      if (slots_[at].number == 0) return 0;
    }
  }

 private:
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t number = 0;
  };
  void grow();

  std::vector<std::uint64_t> maybe_ = std::vector<std::uint64_t>(4);  ///< Four bits for each slot.
  std::size_t maybe_mask_ = 255;
  std::vector<Entry> slots_ = std::vector<Entry>(64);
  std::size_t mask_ = 63;
  std::uint32_t shift_ = 58;
  std::size_t used_ = 0;
};

/// Rows of class bits: one for each word that a rule names, one for each beginning ("cancel*").
class WordTable {
 public:
  explicit WordTable(const std::vector<TokenClass>& classes);

  /// The row of a folded token; 0 for a word that no rule knows.
  [[nodiscard]] std::uint32_t row(std::string_view folded) const {
    return folded.empty() ? 0 : row(folded, 0, folded.size());
  }
  /// … of the token [begin, end) of `text`, whose letters may be capitals. Longer bytes around the
  /// token are read faster, never judged.
  [[nodiscard]] std::uint32_t row(std::string_view text, std::size_t begin, std::size_t end) const {
    const std::uint32_t word = words_.find(word_key(text, begin, end));
    if (word != 0 || end - begin < kHead) return word;
    const std::uint32_t lengths = heads_[head(text, begin)];
    return lengths == 0 ? 0 : prefix_row(text, begin, end, lengths);
  }
  [[nodiscard]] bool in(std::uint32_t row, std::uint32_t klass) const {
    return (bits_[row * stride_ + klass / 64] >> (klass % 64) & 1U) != 0;
  }
  /// Rows of all words and beginnings in a class.
  [[nodiscard]] const std::vector<std::uint32_t>& rows(std::uint32_t klass) const {
    return rows_[klass];
  }
  /// How often a class is met in ordinary text, on a rough scale.
  [[nodiscard]] double commonness(std::uint32_t klass) const { return traits_[klass].commonness; }
  /// Is every member a given word or beginning (and not, say, any number)?
  [[nodiscard]] bool fixed(std::uint32_t klass) const { return traits_[klass].fixed; }

 private:
  static constexpr std::size_t kHead = 3;  ///< No beginning is shorter.
  static constexpr std::size_t kHeads = 4096;
  static constexpr std::size_t kLongestPrefix = 31;
  struct Traits {
    double commonness = 0;
    bool fixed = true;
  };
  void number_words(const std::vector<TokenClass>& classes);
  void fill_bits(const std::vector<TokenClass>& classes);
  /// A number below kHeads for the first letters of a word, in either case.
  [[nodiscard]] static std::size_t head(std::string_view text, std::size_t begin) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < kHead; ++i)
      number = number * 41 + (static_cast<unsigned char>(text[begin + i]) & 0x1FU);
    return number % kHeads;
  }
  [[nodiscard]] std::uint32_t prefix_row(std::string_view text, std::size_t begin, std::size_t end,
                                         std::uint32_t lengths) const;

  KeyIndex words_;
  KeyIndex prefixes_;
  std::vector<std::string> prefix_list_;  ///< In order of their rows.
  std::vector<std::string> word_list_;
  std::uint32_t first_prefix_row_ = 1;
  /// By the first letters: bit n is set where a beginning of n bytes starts with them.
  std::vector<std::uint32_t> heads_ = std::vector<std::uint32_t>(kHeads);
  std::size_t stride_ = 0;
  std::vector<std::uint64_t> bits_;
  std::vector<std::vector<std::uint32_t>> rows_;
  std::vector<Traits> traits_;
};

}  // namespace attune::phrases
