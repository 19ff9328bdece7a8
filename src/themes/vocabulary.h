// SPDX-License-Identifier: Apache-2.0
#pragma once

// The terms that enough texts share, numbered in the order of their hashes; and texts as rows of
// such numbers.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/pool.h"
#include "themes/matrix.h"
#include "themes/terms.h"

namespace attune {

struct Vocabulary {
  std::vector<std::uint64_t> hashes;  ///< Ascending; the index is the term's number.
  std::vector<std::uint32_t> texts;   ///< In how many texts each stands.
  std::vector<TermKind> kinds;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;

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
