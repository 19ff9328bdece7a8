// SPDX-License-Identifier: Apache-2.0
//
// Idea. A tail is not summed term by term: it is an incomplete beta function (negative binomial) or
// gamma function (Poisson), and those are continued fractions or a series that end after few steps.
// Of two expansions the one that converges fast is taken; so far upper tails come out directly, not
// as 1 less something near 1, and keep their digits.
//
// When it applies. Means over 0; every count is under an infinite one. Dispersions under 1e-9 are
// taken for none. Chances under the smallest double come out as 0; log_chance_of() has no such end.
//
// What it costs. O(1) for log_gamma, whose shift is at most 15 steps for x > 0; O(√(a + b)) steps
// for a tail near its middle, fewer far out; never more than kMostSteps.
//
// Source. W. J. Lentz, Applied Optics 15 (1976), as changed by I. J. Thompson, A. R. Barnett, J.
// Computational Physics 64 (1986); H. O. Lancaster, Significance tests in discrete distributions,
// JASA 56 (1961), for the mid-p.
//
// Tested in chance_test.cpp by a slow twin that sums all terms, far tails included.
#include "measure/chance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace attune {

namespace {

constexpr double kTiny =
    std::numeric_limits<double>::min() / std::numeric_limits<double>::epsilon();
constexpr double kClose = 1e-15;
constexpr double kPoisson = 1e-9;    // Dispersions below this are none.
constexpr int kMostSteps = 100'000;  // Both expansions need about √(a + b) steps.

/// The continued fraction of I_x(a, b) by Lentz's method, as Thompson and Barnett (1986) changed
/// it.
double beta_fraction(double x, double a, double b) {
  const auto away_from_zero = [](double v) { return std::abs(v) < kTiny ? kTiny : v; };
  double c = 1;
  double d = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
  double h = d;
  for (int i = 1; i <= kMostSteps; ++i) {
    const double m = i;
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away_from_zero(1 + even * d);
    c = away_from_zero(1 + even / c);
    h *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away_from_zero(1 + odd * d);
    c = away_from_zero(1 + odd / c);
    h *= d * c;
    if (std::abs(d * c - 1) < kClose) break;
  }
  return h;
}

}  // namespace

double log_gamma(double x) {
  double shifted = 0;
  while (x < 15) shifted += std::log(x++);
  constexpr std::array<double, 6> kSeries = {1.0 / 12,    -1.0 / 360, 1.0 / 1260,
                                             -1.0 / 1680, 1.0 / 1188, -691.0 / 360360};
  constexpr double kHalfLogTwoPi = 0.91893853320467274178;
  double power = 1 / x;
  double tail = 0;
  for (const double term : kSeries) {
    tail += term * power;
    power /= x * x;
  }
  return (x - 0.5) * std::log(x) - x + kHalfLogTwoPi + tail - shifted;
}

double incomplete_beta(double x, double a, double b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double front = std::exp(log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * std::log(x) +
                                b * std::log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
  return 1 - front * beta_fraction(1 - x, b, a) / b;
}

double incomplete_gamma(double a, double x) {
  if (x <= 0) return 0;
  const double front = std::exp(a * std::log(x) - x - log_gamma(a));
  if (x < a + 1) {  // Series of the lower function.
    double term = 1 / a;
    double sum = term;
    for (double n = a + 1; n < a + kMostSteps && term > sum * kClose; ++n) {
      term *= x / n;
      sum += term;
    }
    return front * sum;
  }
  double b = x + 1 - a;  // Continued fraction of the upper one.
  double c = 1 / kTiny;
  double d = 1 / b;
  double h = d;
  for (int i = 1; i <= kMostSteps; ++i) {
    const double an = -i * (i - a);
    b += 2;
    d = an * d + b;
    d = 1 / (std::abs(d) < kTiny ? kTiny : d);
    c = b + an / c;
    if (std::abs(c) < kTiny) c = kTiny;
    h *= d * c;
    if (std::abs(d * c - 1) < kClose) break;
  }
  return 1 - front * h;
}

double log_chance_of(std::uint64_t y, double mean, double dispersion) {
  const auto count = static_cast<double>(y);
  if (std::isinf(mean)) return -mean;
  if (dispersion < kPoisson) return count * std::log(mean) - mean - log_gamma(count + 1);
  const double size = 1 / dispersion;
  return log_gamma(count + size) - log_gamma(size) - log_gamma(count + 1) -
         size * std::log1p(mean * dispersion) + count * std::log(mean / (size + mean));
}

double chance_of_at_least(std::uint64_t y, double mean, double dispersion) {
  if (y == 0) return 1;
  const auto count = static_cast<double>(y);
  if (std::isinf(mean)) return 1;
  if (dispersion < kPoisson) return incomplete_gamma(count, mean);
  const double size = 1 / dispersion;
  return incomplete_beta(mean / (size + mean), count, size);
}

double mid_p_upper(std::uint64_t y, double mean, double dispersion) {
  const double exactly = std::exp(log_chance_of(y, mean, dispersion));
  return std::clamp(chance_of_at_least(y, mean, dispersion) - exactly / 2, 0.0, 1.0);
}

}  // namespace attune
