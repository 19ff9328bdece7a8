// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which words are in which classes, and how common a word is.

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.h"

namespace attune {

/// Folds letters into a number, one at a time (FNV-1a with a better end).
class RunningHash {
 public:
  void add(char c) { hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL; }
  [[nodiscard]] std::uint64_t value() const { return hash_ ^ (hash_ >> 29U); }

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325ULL;
};

/// A table from 64-bit hashes to numbers over 0; flat, open addressing. A hash stands for its word:
/// among ten thousand words and all that is ever looked up, two alike are not expected.
class HashIndex {
 public:
  /// Gives the number of `hash`, which becomes `number` if it is new.
  std::uint32_t add(std::uint64_t hash, std::uint32_t number);
  /// 0 if it is absent.
  [[nodiscard]] std::uint32_t find(std::uint64_t hash) const {
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      if (slots_[at].hash == hash) return slots_[at].number;
      if (slots_[at].number == 0) return 0;
    }
  }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;
  };
  std::vector<Entry> slots_ = std::vector<Entry>(64);
  std::size_t mask_ = 63;
  std::size_t used_ = 0;
};

/// Rows of class bits: one for each word that a rule names, one for each beginning ("cancel*").
class WordTable {
 public:
  explicit WordTable(const std::vector<WordClass>& classes);

  /// The row of a folded token; 0 for a word that no rule knows.
  [[nodiscard]] std::uint32_t row(std::string_view folded) const;
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
  friend class WordHash;
  static constexpr std::size_t kHead = 3;
  static constexpr std::uint64_t kHeadMask = 1023;
  struct Traits {
    double commonness = 0;
    bool fixed = true;
  };
  void number_words(const std::vector<WordClass>& classes);
  void fill_bits(const std::vector<WordClass>& classes);

  HashIndex words_;
  HashIndex prefixes_;
  std::vector<std::string> prefix_list_;  ///< In order of their rows.
  std::vector<std::string> word_list_;
  std::uint32_t first_prefix_row_ = 1;
  std::bitset<1024> heads_;  ///< By the hash of the first kHead letters of each beginning.
  std::size_t longest_prefix_ = 0;
  std::size_t stride_ = 0;
  std::vector<std::uint64_t> bits_;
  std::vector<std::vector<std::uint32_t>> rows_;
  std::vector<Traits> traits_;
};

/// Finds the row of a word that comes letter by letter, folded.
class WordHash {
 public:
  explicit WordHash(const WordTable& table) : table_(table) {}
  void add(char c) {
    hash_.add(c);
    if (++size_ == WordTable::kHead) begins_ = table_.heads_[hash_.value() & WordTable::kHeadMask];
    if (!begins_ || size_ > table_.longest_prefix_) return;
    const std::uint32_t prefix = table_.prefixes_.find(hash_.value());
    if (prefix != 0) prefix_ = prefix;
  }
  [[nodiscard]] std::uint32_t row() const {
    const std::uint32_t word = table_.words_.find(hash_.value());
    return word != 0 ? word : prefix_;
  }

 private:
  const WordTable& table_;
  RunningHash hash_;
  std::size_t size_ = 0;
  std::uint32_t prefix_ = 0;
  bool begins_ = false;  ///< The first letters are those of some beginning.
};

}  // namespace attune
