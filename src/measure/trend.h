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
// - *is it real, and since when*: emergence.h, looking back over all change points, and Benjamini
//   and Hochberg (1995) over all problems given.
//
// All problems of a report are judged together: each says something about how uneven the others'
// counts are, and whoever looks at many finds some that rise by chance.
//
// This is the one place where "growing" is decided; bench/streams.cpp measures the same function
// (docs/operating-curve.md). alarm.h asks another question: does something rise just now?

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "attune/trend.h"
#include "measure/emergence.h"

namespace attune {

/// From here on a ratio of the two halves says something beside chance: the upper end of its
/// interval lies under the first, or the lower end over the second. A tenth either way is the
/// smallest change that is worth a word; a judgement, of no published source.
inline constexpr double kSurelyLess = 0.9;
inline constexpr double kSurelyMore = 1.1;

struct TrendTest {
  Trend trend;   ///< Without buckets.
  double p = 1;  ///< Chance alone does as well or better; 1 if unknown.
};

/// How one problem ran.
struct Course {
  std::vector<Bucket> buckets;  ///< In order of time, `count` ≤ `of`: what is shown.
  /// The same by stratum (brand, source): those that speak of it, each parallel to `buckets`.
  std::vector<Series> strata;
  bool stratified =
      false;  ///< False: all are of one stratum, and the buckets themselves are judged.
};

struct TrendOptions {
  std::uint64_t fewest = 10;        ///< Total count below which a trend is not known.
  double false_discoveries = 0.05;  ///< Rate over all problems given, at which one is growing.
  bool tested = true;  ///< False: only by how much; none is `significant`, and p stays 1.
};

/// One answer per problem, parallel to `courses`. A trend needs at least four buckets that somebody
/// wrote in. Where courses are stratified, only strata that are there in both halves are compared,
/// like with like (like_for_like.h); where none is, the trend is not known.
[[nodiscard]] std::vector<TrendTest> trends_of(std::span<const Course> courses,
                                               const TrendOptions& options);

/// The same for problems of one stratum: buckets in order of time, `count` ≤ `of`.
[[nodiscard]] std::vector<TrendTest> trends_of(std::span<const std::vector<Bucket>> problems,
                                               const TrendOptions& options);

/// The same for one problem alone.
[[nodiscard]] TrendTest trend_of(std::span<const Bucket> buckets, const TrendOptions& options);

/// What a trend is called: growing where it is significant and the later half holds more, else as
/// its interval lies to kSurelyLess and kSurelyMore.
[[nodiscard]] TrendVerdict trend_verdict(const Trend& trend);

/// How a trend enters a rank: the ratio clipped to [0.5, 2], and 1 where it is not known.
[[nodiscard]] double trend_weight(const Trend& trend);

}  // namespace attune
