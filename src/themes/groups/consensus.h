// SPDX-License-Identifier: Apache-2.0
#pragma once

// One grouping from many. A single seeded clustering of short texts agrees with the next one at an
// adjusted Rand index of about .5; so many are made, every text is put where its clusters' centres
// are on average, and texts that stand together there are linked. Two overlapping samples of one
// set then agree at about .7, and the groups are a little truer. (Ensembles after Strehl and Ghosh
// 2002; the mean of centres in place of their co-association matrix keeps it linear.)

#include <cstdint>
#include <span>
#include <vector>

#include "themes/groups/linkage.h"
#include "themes/linear/matrix.h"

namespace attune {

struct ConsensusOptions {
  std::size_t k = 1;           ///< Clusters a run.
  std::size_t most_runs = 40;  ///< And 12 at least.
  std::uint64_t seed = 1;
};

/// How the texts of a sample hang together, at every number of groups.
class Consensus {
 public:
  /// `rows` have length 1 or 0; `keys` one a row: equal rows of two samples have equal keys, and
  /// rows come in the order of their keys.
  Consensus(const Matrix& rows, std::span<const std::uint64_t> keys,
            const ConsensusOptions& options, const Pool& pool);

  /// Group of each row for at most `k` groups. Rows that were not linked (there is a limit) and
  /// those of groups much smaller than an even share join the nearest group.
  [[nodiscard]] std::vector<std::uint32_t> groups(std::size_t k, const Pool& pool) const;
  /// Distances at which groups were joined, ascending: linked rows - 1 of them.
  [[nodiscard]] std::vector<float> distances() const;

 private:
  Matrix rows_;                        ///< Mean of centres, one a text.
  std::vector<std::uint32_t> linked_;  ///< Rows that stand for all rows equal to them.
  std::vector<float> weights_;         ///< Of the linked rows: how many rows each stands for.
  std::vector<Join> joins_;
};

}  // namespace attune
