// SPDX-License-Identifier: Apache-2.0
#pragma once

// Is something new or growing at the end of a stream, since when, and how likely is that by chance?
//
// Idea. Every theme is a row of like-for-like buckets (weeks, or the same weekday): `counts` of the
// `exposure` people who wrote. For every bucket s the count from s to the end is judged by the
// posterior predictive of all buckets before s: a Gamma prior on the rate makes it negative
// binomial; its dispersion holds both what the theme's own counts show (by moments, pooled over the
// themes looked at and shrunk towards them) and how unsure the rate of the past still is. The exact
// upper tails (mid-p) of all s are combined into one p (Cauchy combination, Liu and Xie 2020).
// "Since" is the s of the largest likelihood ratio (temporal scan, Kulldorff 2001).
//
// A share is tested, not a count: more messages are not more of the problem. Where counts are
// wanted too (an outage doubles everything), pass a second series with exposure 1 in every bucket.
//
// It says how likely, not what follows: trend.h decides what is called growing over a whole period,
// alarm.h what is reported after every bucket. Measured operating curve: docs/operating-curve.md.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "attune/interval.h"

namespace attune {

/// Counts of people (or messages) who speak of one thing, per bucket in order of time. Both of one
/// length; counts[i] ≤ exposure[i] is usual but not required. Buckets with exposure 0 are skipped.
struct Series {
  std::vector<std::uint64_t> counts;
  std::vector<double> exposure;
};

enum class Look : std::uint8_t {
  back,   ///< Once, over a whole period.
  alarm,  ///< After every bucket: "is something rising now?"; late changes weigh more.
};

struct EmergenceOptions {
  Look look = Look::back;
  std::uint64_t fewest = 5;  ///< People in all; a series of fewer is not known.
  std::size_t history = 4;   ///< Buckets needed before a rise can be seen.
};

struct Emergence {
  bool known = false;       ///< False where there are too few buckets or people.
  double ratio = 1;         ///< Rate since `since` over the rate before it, shrunk towards 1.
  Interval interval{1, 1};  ///< 95 % for the ratio, given `since`.
  double expected = 0;      ///< Count since `since`, had the earlier rate gone on.
  std::uint64_t count = 0;  ///< Count since `since`.
  double p = 1;             ///< Chance alone does as well, over all change points of this series.
  std::size_t since = 0;    ///< Index of the first bucket of the rise; meaningful where known.
};

/// One answer per series, parallel to `series`. Deterministic; O(series × buckets) cuts.
/// Never fails: what cannot be judged is not `known` (p = 1).
[[nodiscard]] std::vector<Emergence> emergence(std::span<const Series> series,
                                               const EmergenceOptions& options);

/// How much a series varies beyond chance: variance of a count of mean m is m + value × m².
struct Dispersion {
  double value = 0;
  double error = 0;  ///< Standard error of `value`.
};

/// Dispersion of each series around its rate: by moments of successive differences (von Neumann
/// 1941), so that a step does not pass for noise, shrunk towards the trimmed mean over all series
/// by how much the series differ beyond their own error.
[[nodiscard]] std::vector<Dispersion> dispersions(std::span<const Series> series);

}  // namespace attune
