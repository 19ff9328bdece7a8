// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which words are in which classes, and how common a word is.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/rule.h"

namespace attune {

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
  /// Can a scan of bytes look for every member? Single marks ("%") are everywhere.
  [[nodiscard]] bool spelt(std::uint32_t klass) const { return traits_[klass].spelt; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Index = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

  struct Traits {
    double commonness = 0;
    bool fixed = true;
    bool spelt = true;
  };
  void number_words(const std::vector<WordClass>& classes);
  void fill_bits(const std::vector<WordClass>& classes);

  Index words_;
  Index prefixes_;
  std::size_t shortest_prefix_ = 0;
  std::size_t longest_prefix_ = 0;
  std::size_t stride_ = 0;
  std::vector<std::uint64_t> bits_;
  std::vector<std::vector<std::uint32_t>> rows_;
  std::vector<Traits> traits_;
};

/// The ASCII letters that `word` begins with: the part that the byte scan looks for.
[[nodiscard]] std::string_view leading_letters(std::string_view word);

}  // namespace attune
