// SPDX-License-Identifier: Apache-2.0
#pragma once

// The terms that enough texts share, numbered in the order of their hashes; and texts as rows of
// such numbers.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/pool.h"
#include "themes/linear/matrix.h"
#include "themes/words/terms.h"

namespace attune {

/// Numbers by hash: open addressing, half full at most.
class HashIndex {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  HashIndex() = default;
  /// The number of each hash is its place; hashes are distinct.
  explicit HashIndex(std::span<const std::uint64_t> hashes);
  /// The number of `hash`, or kNone.
  [[nodiscard]] std::uint32_t find(std::uint64_t hash) const {
    if (slots_.empty()) return kNone;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.number == kNone || slot.hash == hash) return slot.number;
    }
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = kNone;
  };
  std::vector<Slot> slots_;
};

struct Vocabulary {
  std::vector<std::uint64_t> hashes;  ///< Ascending; the index is the term's number.
  std::vector<std::uint32_t> texts;   ///< In how many texts each stands.
  std::vector<TermKind> kinds;
  HashIndex numbers;

  [[nodiscard]] std::size_t size() const { return hashes.size(); }
  /// The distinct numbers of the terms, ascending, and how often each occurs (as floats).
  void count(const Terms& terms, std::vector<std::pair<std::uint32_t, float>>& out) const;
};

/// Texts that were read once to learn from.
struct TermCorpus {
  Vocabulary vocabulary;
  SparseMatrix counts;    ///< texts × terms: how often.
  SparseMatrix passages;  ///< passages × terms, ones: each text in runs of at most 32 words.
};

/// Reads `texts`. Terms of fewer than `fewest` texts are left out, and all but the `most` frequent.
[[nodiscard]] TermCorpus read_terms(std::span<const std::string_view> texts, std::size_t fewest,
                                    std::size_t most, const Concepts* concepts, const Pool& pool);

}  // namespace attune
