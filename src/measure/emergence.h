// SPDX-License-Identifier: Apache-2.0
#pragma once

// Is something new or growing at the end of a stream, since when, and is that more than chance?
//
// Idea. Every theme is a row of like-for-like buckets (weeks, or the same weekday): `counts` of the
// `exposure` people who wrote. For every bucket s the count from s to the end is judged by the
// posterior predictive of all buckets before s: a Gamma prior on the rate makes it negative
// binomial; its dispersion holds both what the theme's own counts show (by moments, pooled over the
// themes looked at and shrunk towards them) and how unsure the rate of the past still is. The exact
// upper tails (mid-p) of all s are combined into one p (Cauchy combination, Liu and Xie 2020), and
// Benjamini and Hochberg (1995) corrects over everything looked at. "Since" is the s of the largest
// likelihood ratio (temporal scan, Kulldorff 2001).
//
// A share is tested, not a count: more messages are not more of the problem. Where counts are
// wanted too (an outage doubles everything), pass a second series with exposure 1 in every bucket.
//
// The same function serves a look back over a whole period (`Look::back`) and an alarm that is
// asked again after every bucket (`Look::alarm`): the alarm weighs late changes more and spends its
// false discoveries over the looks. Measured operating curve: docs/operating-curve.md.

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
  alarm,  ///< After every bucket: "is something rising now?"
};

struct EmergenceOptions {
  Look look = Look::back;
  double false_discoveries = 0.05;  ///< Rate over one period; an alarm spends it over `looks`.
  std::size_t looks = 26;           ///< Buckets of one period of watching; alarm only.
  std::uint64_t fewest = 5;         ///< People that the rise itself must hold.
  double smallest_ratio = 1.2;      ///< A rise smaller than this is never significant.
  std::size_t history = 4;          ///< Buckets needed before a rise can be seen.
};

struct Emergence {
  bool known = false;        ///< False where there are too few buckets or people.
  double ratio = 1;          ///< Rate since `since` over the rate before it, shrunk towards 1.
  Interval interval{1, 1};   ///< 95 % for the ratio, given `since`.
  double expected = 0;       ///< Count since `since`, had the earlier rate gone on.
  double p = 1;              ///< Chance alone does as well, over all change points of this series.
  double q = 1;              ///< Benjamini–Hochberg over all series given: smallest rate at which
                             ///< this is a discovery.
  bool significant = false;  ///< q within what the look may spend, and fewest and ratio hold.
  std::size_t since = 0;     ///< Index of the first bucket of the rise; meaningful where known.
};

/// One answer per series, parallel to `series`. Deterministic; linear in series × buckets² .
/// Never fails: what cannot be judged is not `known` (p = q = 1).
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

/// The smallest false discovery rates at which each p-value would be a discovery (Benjamini and
/// Hochberg 1995, step-up adjusted), parallel to `p_values`.
[[nodiscard]] std::vector<double> q_values(std::span<const double> p_values);

}  // namespace attune
