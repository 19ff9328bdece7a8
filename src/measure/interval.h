// SPDX-License-Identifier: Apache-2.0
#pragma once

// Intervals for shares, and the correction for looking at many things at once.

#include <cstdint>
#include <span>
#include <vector>

#include "attune/interval.h"

namespace attune {

/// Logarithm of the widest factor that is told: what lies between a thousandth and a thousandfold
/// is known by nobody.
inline constexpr double kMostSpread = 6.907755278982137;

/// Wilson's (1927) 95 % score interval for `count` of `of`; [0, 1] where `of` is 0. `count` ≤ `of`.
[[nodiscard]] Interval wilson(double count, double of);

/// A share with its interval.
[[nodiscard]] Share share_of(std::uint64_t count, std::uint64_t of);

/// The same, where whoever counts is off by a factor, too: `error` is the standard deviation of its
/// logarithm, ≥ 0, and is added to the logarithm of Wilson's interval as a second, independent
/// error. Stays within [0, 1].
[[nodiscard]] Share read_share_of(std::uint64_t count, std::uint64_t of, double error);

/// Lower or higher where all of the interval lies on that side of 0, else open.
[[nodiscard]] Direction direction_of(const Interval& interval);

/// Benjamini and Hochberg (1995): which of the p-values are discoveries at false discovery rate
/// `rate`. The answer is parallel to `p_values`.
[[nodiscard]] std::vector<bool> discoveries(const std::vector<double>& p_values, double rate);

/// The smallest false discovery rates at which each p-value would be a discovery (Benjamini and
/// Hochberg 1995, step-up adjusted), parallel to `p_values`.
[[nodiscard]] std::vector<double> q_values(std::span<const double> p_values);

/// The `q` quantile, q in [0, 1], of `values` by linear interpolation; 0 where there are none.
[[nodiscard]] double quantile(std::vector<double> values, double q);

}  // namespace attune
