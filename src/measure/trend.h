// SPDX-License-Identifier: Apache-2.0
#pragma once

// Is this problem growing, by how much, and since when?
//
// A problem is a row of buckets: `count` of the `of` people who wrote in that stretch of time speak
// of it. Two questions, two answers:
// - *by how much*: the rate of the later half of the period over the rate of the earlier half,
// shrunk
//   towards 1 by a Gamma prior worth five people, with a log-normal interval widened by the
//   over-dispersion that the buckets show (quasi-Poisson, McCullagh and Nelder 1989);
// - *is it real, and since when*: the scan over all change points for the largest Poisson
// likelihood
//   ratio (Kulldorff 2001, temporal scan), judged by how often chance alone, drawn with the same
//   exposure and over-dispersion, does as well.

#include <cstddef>
#include <cstdint>
#include <span>

#include "attune/explanation.h"

namespace attune {

/// A trend before the correction for all problems looked at.
struct TrendTest {
  Trend trend;   ///< Without buckets; `significant` not yet set.
  double p = 1;  ///< Chance alone does as well or better; 1 if unknown.
};

struct TrendOptions {
  std::uint64_t seed = 1;
  std::size_t draws = 999;  ///< Of the scan's null distribution; the smallest p is 1 / (draws + 1).
  std::uint64_t fewest = 10;  ///< Total count below which a trend is not known.
};

/// `buckets` in order of time, `count` ≤ `of`. Needs at least four buckets that somebody wrote in.
[[nodiscard]] TrendTest trend_of(std::span<const Bucket> buckets, const TrendOptions& options);

/// How a trend enters a rank: the ratio clipped to [0.5, 2], and 1 where it is not known.
[[nodiscard]] double trend_weight(const Trend& trend);

}  // namespace attune
