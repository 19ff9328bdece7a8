// SPDX-License-Identifier: Apache-2.0
#pragma once

// The compiled form of a pattern book: a byte trie from words to their classes, and a trie of token
// classes whose nodes are the patterns' prefixes. Private to patterns.cpp and pattern_tables.cpp.

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "phrases/patterns/pattern_file.h"
#include "phrases/patterns/patterns.h"

namespace attune {

/// Which row of classes a word belongs to. A walk of at most the word's bytes.
class WordRows {
 public:
  /// `classes` as in the book; rows come out in `rows` (each a sorted list of classes).
  void build(const std::vector<PatternClass>& classes,
             std::vector<std::vector<std::uint32_t>>& rows);

  [[nodiscard]] std::uint32_t row_of(std::string_view word) const {
    std::uint32_t node = 0;
    for (const char c : word) {
      const std::uint32_t letter = letters_[static_cast<unsigned char>(c)];
      const std::uint32_t next = letter == 0 ? 0 : next_[node * width_ + letter];
      if (next == 0) return fall_row_[node];
      node = next;
    }
    return end_row_[node];
  }
  [[nodiscard]] std::size_t size() const { return end_row_.size(); }
  /// Equal for equal tables.
  [[nodiscard]] std::uint64_t fingerprint() const { return fingerprint_; }

 private:
  struct Marks;
  void learn_letters(const std::vector<PatternClass>& classes);
  [[nodiscard]] std::uint32_t node_for(std::string_view word);

  std::array<std::uint8_t, 256> letters_{};  ///< Byte to column; 0: in no word.
  std::uint32_t width_ = 1;
  std::uint64_t fingerprint_ = 0;
  std::vector<std::uint32_t> next_;      ///< node × column; 0: none (the root is nobody's child).
  std::vector<std::uint32_t> end_row_;   ///< Row of a word that ends at the node.
  std::vector<std::uint32_t> fall_row_;  ///< Row of a word that leaves the trie at the node.
};

struct Node {
  std::uint32_t first_edge = 0;
  std::uint32_t last_edge = 0;
  std::uint32_t first_output = 0;
  std::uint32_t last_output = 0;
  std::uint32_t most_gap = 0;  ///< Of its edges.
  /// A bit for each class of its edges (class_bit), kAnyWord if an edge looks at flags. A row whose
  /// signature does not meet it cannot go on from here.
  std::uint64_t signature = 0;
};
/// The bit that every row has.
inline constexpr std::uint64_t kAnyWord = std::uint64_t{1} << 63U;
inline std::uint64_t class_bit(std::uint32_t klass) {
  return std::uint64_t{1} << (klass % 63);
}
/// A first step.
struct Start {
  /// What the row after it must meet, or nothing comes of it; kAnyWord if something does anyhow.
  std::uint64_t needs = 0;
  std::uint32_t to = 0;
};
struct Edge {
  std::uint32_t klass = 0;
  std::uint32_t gap = 0;
  std::uint32_t to = 0;
  std::uint64_t bit = 0;  ///< What it adds to its node's signature.
};
struct Output {
  std::uint32_t pattern = 0;
  bool at_clause_end = false;
};
/// A first step that looks at flags, not letters.
struct FlagStart {
  std::uint32_t flags = 0;
  std::uint32_t klass = 0;
  std::uint32_t to = 0;
  bool at_clause_start = false;
};

/// Lists of first steps, one after the other.
struct StartLists {
  std::vector<std::uint32_t> begin{0};
  std::vector<Start> items;
  [[nodiscard]] std::span<const Start> of(std::uint32_t i) const {
    return std::span<const Start>(items).subspan(begin[i], begin[i + 1] - begin[i]);
  }
};

struct Patterns::Tables {
  PatternBook book;
  WordRows words;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::vector<Output> outputs;
  std::vector<FlagStart> flag_starts;
  StartLists starts;                          ///< By row: first steps anywhere.
  StartLists clause_starts;                   ///< By row: first steps at a clause's start.
  std::vector<std::uint64_t> bits;            ///< row × blocks: classes of the row.
  std::vector<std::uint64_t> row_signatures;  ///< By row: kAnyWord and its classes' bits.
  std::vector<std::uint32_t> class_flags;
  std::uint32_t blocks = 0;
  std::uint32_t question_class = 0;

  [[nodiscard]] static Result<std::unique_ptr<const Tables>> build(PatternBook book);
  void add_node(const std::vector<Edge>& node_edges, const std::vector<Output>& node_outputs);
  /// What begins with a word of each row, by the edges of the root.
  [[nodiscard]] StartLists starts_of(const std::vector<Edge>& first_steps,
                                     const std::vector<std::vector<std::uint32_t>>& rows) const;

  [[nodiscard]] bool in_row(std::uint32_t row, std::uint32_t klass) const {
    return ((bits[static_cast<std::size_t>(row) * blocks + klass / 64] >> (klass % 64)) & 1U) != 0;
  }
  [[nodiscard]] bool has(std::uint32_t row, std::uint32_t flags, std::uint32_t klass) const {
    return (class_flags[klass] & flags) != 0 || in_row(row, klass);
  }
};

}  // namespace attune
