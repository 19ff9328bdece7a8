// SPDX-License-Identifier: Apache-2.0
#pragma once

// Is this problem growing, by how much, and since when?
//
// A problem is a row of buckets: `count` of the `of` people who wrote in that stretch of time speak
// of it. Two questions, two answers:
// - *by how much*: the rate of the later half of the period over the rate of the earlier half,
// shrunk
//   towards 1 by a gamma prior worth five people; its log-normal 95 % interval is of the ratio as
//   seen, widened by the over-dispersion of the buckets (coverage: docs/coverage.md);
// - *is it real, and since when*: emergence.h, looking back over all change points.
//
// All problems of a report are judged together, since each says something about how uneven the
// others' counts are.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "attune/trend.h"

namespace attune {

/// A trend before the correction for all problems looked at.
struct TrendTest {
  Trend trend;   ///< Without buckets; `significant` not yet set.
  double p = 1;  ///< Chance alone does as well or better; 1 if unknown.
};

struct TrendOptions {
  std::uint64_t fewest = 10;  ///< Total count below which a trend is not known.
  bool tested = true;         ///< False: only by how much; `p` and `since` stay as they are.
};

/// One answer per problem, parallel to `problems`: buckets in order of time, `count` ≤ `of`. A
/// trend needs at least four buckets that somebody wrote in.
[[nodiscard]] std::vector<TrendTest> trends_of(std::span<const std::vector<Bucket>> problems,
                                               const TrendOptions& options);

/// The same for one problem alone.
[[nodiscard]] TrendTest trend_of(std::span<const Bucket> buckets, const TrendOptions& options);

/// How a trend enters a rank: the ratio clipped to [0.5, 2], and 1 where it is not known.
[[nodiscard]] double trend_weight(const Trend& trend);

}  // namespace attune
