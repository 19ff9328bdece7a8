// SPDX-License-Identifier: Apache-2.0
#pragma once

// The compiled form of a pattern book: a byte trie from words to their classes, and a trie of token
// classes whose nodes are the patterns' prefixes. Private to trie_matcher.cpp and trie_tables.cpp.

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "attune/result.h"
#include "phrases/book.h"

namespace attune::phrases {

/// Which row of classes a word belongs to. A walk of at most the word's bytes.
class WordRows {
 public:
  /// `classes` as in the book; rows come out in `rows` (each a sorted list of classes).
  void build(const std::vector<TokenClass>& classes, std::vector<std::vector<std::uint32_t>>& rows);

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
  void learn_letters(const std::vector<TokenClass>& classes);
  [[nodiscard]] std::uint32_t node_for(std::string_view word);

  std::array<std::uint8_t, 256> letters_{};  ///< Byte to column; 0: in no word.
  std::uint32_t width_ = 1;
  std::uint64_t fingerprint_ = 0;
  std::vector<std::uint32_t> next_;      ///< node × column; 0: none (the root is nobody's child).
  std::vector<std::uint32_t> end_row_;   ///< Row of a word that ends at the node.
  std::vector<std::uint32_t> fall_row_;  ///< Row of a word that leaves the trie at the node.
};

/// Marks of a token beside its TokenBit bits.
inline constexpr std::uint32_t kStop = 1U << 16U;          ///< It ends a sentence.
inline constexpr std::uint32_t kClauseStart = 1U << 17U;   ///< A clause can begin at it.
inline constexpr std::uint32_t kClauseEnd = 1U << 18U;     ///< A clause can end before it.
inline constexpr std::uint32_t kStretchStart = 1U << 19U;  ///< A stretch begins at it.
inline constexpr std::uint32_t kStretchEnd = 1U << 20U;    ///< A stretch ends before it.

/// What a token must be for some edge of a node to fit it: in one of the edges' classes by its
/// letters, which its row tells (Gates), or by its flags.
struct Needs {
  std::uint32_t gate = 0;
  std::uint32_t flags = 0;
};
struct Node {
  std::uint32_t first_edge = 0;
  std::uint32_t last_edge = 0;
  std::uint32_t first_output = 0;
  std::uint32_t last_output = 0;
  std::uint32_t most_gap = 0;  ///< Of its edges.
  Needs needs;
};
/// A first step, with what tells whether to take it.
struct Start {
  Needs needs;  ///< Of a token behind it, or nothing comes of it …
  std::uint32_t to = 0;
  std::uint16_t most_gap = 0;  ///< … with at most so many between them …
  bool ends = false;           ///< … but where a phrase ends with it.
};
struct Edge {
  std::uint32_t klass = 0;
  std::uint32_t gap = 0;
  std::uint32_t to = 0;
};
struct Output {
  std::uint32_t part = 0;    ///< Index into Tables::parts.
  std::uint32_t border = 0;  ///< Mark that the token behind it must have; 0: none.
};
/// A first step that looks at flags, not letters.
struct FlagStart {
  std::uint32_t flags = 0;
  std::uint32_t klass = 0;
  std::uint32_t to = 0;
  std::uint32_t border = 0;  ///< Mark that the token must have; 0: none.
};
/// A first step that may stand up to `gap` tokens behind a border.
struct NearStart {
  std::uint32_t klass = 0;
  std::uint32_t gap = 0;
  std::uint32_t to = 0;
  std::uint32_t border = 0;
};
/// A guard, with the gate of its class.
struct GateGuard {
  Guard guard;
  std::uint32_t gate = 0;
};
/// What guards are the same for: an entry, or one of its expressions.
struct Part {
  std::uint32_t entry = 0;
  std::vector<GateGuard> guards;
};

/// Lists of first steps, one after the other.
struct StartLists {
  std::vector<std::uint32_t> begin{0};
  std::vector<Start> items;
  [[nodiscard]] std::span<const Start> of(std::uint32_t i) const {
    return std::span<const Start>(items).subspan(begin[i], begin[i + 1] - begin[i]);
  }
};

/// The sets of classes that nodes go on by, numbered, and which rows have a class of each.
class Gates {
 public:
  /// The number of a set of classes (sorted, no two alike). Sets beyond kMost share numbers: such a
  /// gate lets through what one of them does.
  [[nodiscard]] std::uint32_t number(const std::vector<std::uint32_t>& classes);
  /// Call once, when all sets have their numbers; `rows` as WordRows::build() gives them.
  void build(const std::vector<std::vector<std::uint32_t>>& rows);

  [[nodiscard]] bool passes(std::uint32_t row, std::uint32_t gate) const {
    return ((bits_[std::size_t{row} * blocks_ + gate / 64] >> (gate % 64)) & 1U) != 0;
  }
  /// True if no two sets share a number.
  [[nodiscard]] bool exact() const { return exact_; }
  /// A row of no class, for where no token is.
  [[nodiscard]] std::uint32_t no_row() const { return no_row_; }

 private:
  static constexpr std::size_t kMost = 4096;
  std::map<std::vector<std::uint32_t>, std::uint32_t> numbers_;
  std::uint32_t blocks_ = 0;
  std::uint32_t no_row_ = 0;
  bool exact_ = true;
  std::vector<std::uint64_t> bits_;  ///< row × blocks.
};

class StepTrie;

struct TrieTables {
  WordRows words;
  Gates gates;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::vector<Output> outputs;
  std::vector<FlagStart> flag_starts;
  std::uint32_t flags_that_start = 0;  ///< Of any of them.
  StartLists starts;                   ///< By row: first steps anywhere.
  StartLists clause_starts;            ///< By row: first steps at a clause's start.
  StartLists stretch_starts;           ///< By row: first steps at a stretch's start.
  std::vector<NearStart> near_starts;
  std::vector<Part> parts;
  std::vector<std::uint64_t> bits;  ///< row × blocks: classes of the row.
  std::vector<std::uint32_t> class_flags;
  std::uint32_t blocks = 0;
  std::uint32_t question_class = 0;
  bool has_stretches = false;
  bool parted = false;  ///< Some entry has more than one part.

  [[nodiscard]] static Result<std::unique_ptr<const TrieTables>> build(const BookView& book);
  void add_nodes(const StepTrie& trie);
  /// Returns the first part of the entry, and whether each expression is one.
  std::pair<std::uint32_t, bool> add_parts(const Entry& entry, std::uint32_t number);
  void add_classes(const std::vector<TokenClass>& classes,
                   const std::vector<std::vector<std::uint32_t>>& rows);
  void add_odd_starts(const std::vector<Edge>& first_steps, std::uint32_t border);
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
  /// The same for the class of a guard. Its gate is nearer than its row.
  [[nodiscard]] bool has(std::uint32_t row, std::uint32_t flags, const GateGuard& of) const {
    const std::uint32_t klass = of.guard.klass;
    return (class_flags[klass] & flags) != 0 || (gates.passes(row, of.gate) && in_row(row, klass));
  }
};

}  // namespace attune::phrases
