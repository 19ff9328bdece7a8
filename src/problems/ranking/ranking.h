// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which problems come first, and why: reach × severity × trend × driver, each factor kept beside
// the score. The driver counts only where people gave a rating: without one it would say once more
// what severity has read from the same words.

#include <cstdint>
#include <vector>

#include "base/pool.h"
#include "problems/topics.h"

namespace attune::problems {

struct RankingOptions {
  std::uint64_t seed = 1;
  /// Only the order: `rank_low` and `rank_high` mean nothing, and what goes along is roughly known.
  bool first_look = false;
};

struct Ranking {
  std::vector<FoundTopic> problems;  ///< Best first.
  std::vector<std::vector<std::uint32_t>> ties;
};

[[nodiscard]] Ranking rank_problems(const Corpus& corpus, std::vector<FoundTopic> found,
                                    const RankingOptions& options, const Pool& pool);

}  // namespace attune::problems
