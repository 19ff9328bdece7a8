// SPDX-License-Identifier: Apache-2.0
#pragma once

// How sure is a ranking? Problems are ranked by
//
//     score = (lower end of the 95 % interval of the share of people) × severity × trend weight
//
// and the whole ranking is drawn again many times: people are resampled with Poisson(1) weights
// (the bootstrap, clustered by person; Hanley and MacGibbon 2006), and each copy of a person draws
// whether they say it from the classifier's calibrated probability, so that the classifier's errors
// are part of the error. The central 90 % of the ranks drawn, with the rank itself, hold the true
// rank 95 times in 100 (docs/coverage.md): the draws swing once around a ranking that has swung
// already.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/pool.h"

namespace attune {

/// One person (or message, where people are unknown) who speaks of one problem.
struct Mention {
  std::uint32_t unit = 0;
  float p = 1;         ///< Probability that they do, (0, 1].
  float severity = 0;  ///< [0, 1].
};

struct Ranked {
  double share = 0;     ///< Of units, point estimate.
  double severity = 0;  ///< Mean over the units that mention it.
  double score = 0;
  std::uint32_t rank = 0;       ///< 1-based, by score.
  std::uint32_t rank_low = 0;   ///< 95 % interval: best …
  std::uint32_t rank_high = 0;  ///< … and worst.
};

struct RankOptions {
  std::uint64_t seed = 1;
  std::size_t draws = 500;
};

/// One entry per problem, parallel to `problems`. `weights[i]` is the trend weight of problem i.
/// `units` > 0 is the number of people. Ties in score keep the order given.
[[nodiscard]] std::vector<Ranked> rank(std::span<const std::vector<Mention>> problems,
                                       std::span<const double> weights, std::uint64_t units,
                                       const RankOptions& options, const Pool& pool);

}  // namespace attune
