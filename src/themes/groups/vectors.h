// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where a text stands among the others. Terms get vectors from the company that they keep: positive
// pointwise mutual information of standing in one passage (context counts to the power .75: Levy,
// Goldberg and Dagan 2015), its strongest directions; a text is the sum of its terms, the rare ones
// more (Arora, Liang and Ma 2017), less the mean of all texts. Against Arora we keep the first
// component and weigh rarity less (a = .02): on short texts of many fine intents that won 4 to 11
// points of adjusted mutual information, and pairs of words as terms won 3 to 5.

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "themes/words/vocabulary.h"

namespace attune {

class VectorSpace {
 public:
  VectorSpace(const TermCorpus& corpus, std::size_t dimensions, std::uint64_t seed,
              const Pool& pool);

  [[nodiscard]] std::size_t dimensions() const { return terms_.cols; }
  /// Vectors of the corpus' texts, one a row; length 1, or 0 where a text has no known term.
  [[nodiscard]] Matrix place(const SparseMatrix& counts, const Pool& pool) const;
  /// The same for one text, by its terms' numbers and counts. `out` has dimensions() places.
  void place(std::span<const std::pair<std::uint32_t, float>> counts, std::span<float> out) const;

 private:
  void add_term(std::uint32_t term, std::span<float> to) const;
  void finish(std::span<float> v) const;

  Matrix terms_;             ///< Weighted by rarity.
  std::vector<float> mean_;  ///< Of all texts.
};

}  // namespace attune
