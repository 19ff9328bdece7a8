// SPDX-License-Identifier: Apache-2.0
#pragma once

// How likely is a count? Tails of the distributions that counts of people follow, the same on every
// machine: own series and continued fractions instead of the C library's lgamma, which also writes
// a global.
//
// The negative binomial is written by its mean m and dispersion a: variance m + a m². With a = 0 it
// is the Poisson distribution.

#include <cstdint>

namespace attune {

/// ln Γ(x), x > 0, to about 14 digits (Stirling's series after a shift).
[[nodiscard]] double log_gamma(double x);

/// Regularised incomplete beta function I_x(a, b), a and b > 0, x in [0, 1] (continued fraction,
/// modified Lentz).
[[nodiscard]] double incomplete_beta(double x, double a, double b);

/// Regularised lower incomplete gamma function P(a, x), a > 0, x ≥ 0.
[[nodiscard]] double incomplete_gamma(double a, double x);

/// ln P(Y = y) for Y negative binomial with `mean` > 0 (infinite: −infinity) and `dispersion` ≥ 0.
[[nodiscard]] double log_chance_of(std::uint64_t y, double mean, double dispersion);

/// P(Y ≥ y), exact; 1 where `mean` is infinite.
[[nodiscard]] double chance_of_at_least(std::uint64_t y, double mean, double dispersion);

/// The mid-p value of the upper tail, P(Y > y) + P(Y = y) / 2 (Lancaster 1961): uniform on average
/// where the exact one is too cautious because counts are whole numbers.
[[nodiscard]] double mid_p_upper(std::uint64_t y, double mean, double dispersion);

}  // namespace attune
