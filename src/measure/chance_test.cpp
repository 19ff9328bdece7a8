// SPDX-License-Identifier: Apache-2.0
#include "measure/chance.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/random.h"

namespace attune {
namespace {

TEST(Chance, LogGammaAgreesWithFactorials) {
  double log_factorial = 0;
  for (int n = 1; n < 60; ++n) {
    EXPECT_NEAR(log_gamma(n), log_factorial, 1e-12 * std::max(1.0, log_factorial)) << n;
    log_factorial += std::log(n);
  }
  EXPECT_NEAR(log_gamma(0.5), 0.5 * std::log(3.14159265358979323846), 1e-14);
}

/// The slow twin: all terms from y on, by their recurrence.
double summed_tail(std::uint64_t y, double mean, double dispersion) {
  double sum = 0;
  double largest = 0;
  for (std::uint64_t k = y; k < y + 1'000'000; ++k) {
    const double term = std::exp(log_chance_of(k, mean, dispersion));
    sum += term;
    largest = std::max(largest, term);
    if (term < largest * 1e-18) break;
  }
  return sum;
}

TEST(Chance, TailAgreesWithDirectSummation) {
  Random random(3);
  for (int i = 0; i < 400; ++i) {
    const double mean = std::exp(9 * random.uniform() - 3);
    const double dispersion = i % 4 == 0 ? 0 : std::exp(6 * random.uniform() - 6);
    const double spread = std::sqrt(mean + dispersion * mean * mean);
    const auto y =
        static_cast<std::uint64_t>(std::max(0.0, mean + spread * (7 * random.uniform() - 1)));
    const double slow = summed_tail(y, mean, dispersion);
    EXPECT_NEAR(chance_of_at_least(y, mean, dispersion) / slow, 1, 1e-7)
        << y << " of mean " << mean << ", dispersion " << dispersion;
  }
}

TEST(Chance, FarTailsKeepTheirDigits) {
  // P(Y ≥ 100) for Poisson 10: first term e^-10 10^100 / 100!, and a geometric rest.
  EXPECT_NEAR(chance_of_at_least(100, 10, 0) / summed_tail(100, 10, 0), 1, 1e-9);
  EXPECT_GT(chance_of_at_least(100, 10, 0), 0);
  EXPECT_LT(chance_of_at_least(100, 10, 0), 1e-60);
}

TEST(Chance, MidPIsEvenOnAverage) {
  for (const double dispersion : {0.0, 0.3}) {
    double mean_p = 0;
    for (std::uint64_t y = 0; y < 400; ++y)
      mean_p += std::exp(log_chance_of(y, 8, dispersion)) * mid_p_upper(y, 8, dispersion);
    EXPECT_NEAR(mean_p, 0.5, 1e-9);
  }
}

TEST(Chance, EveryCountIsUnderAnInfiniteMean) {
  const double endless = std::numeric_limits<double>::infinity();
  for (const double dispersion : {0.0, 0.3, 200.0}) {
    EXPECT_EQ(chance_of_at_least(7, endless, dispersion), 1) << dispersion;
    EXPECT_EQ(mid_p_upper(7, endless, dispersion), 1) << dispersion;
    EXPECT_EQ(log_chance_of(0, endless, dispersion), -endless) << dispersion;
    EXPECT_GT(mid_p_upper(7, 1e300, dispersion), 0.95) << dispersion;
  }
}

TEST(Chance, IncompleteFunctionsAreDistributionFunctions) {
  EXPECT_EQ(incomplete_beta(0, 2, 3), 0);
  EXPECT_EQ(incomplete_beta(1, 2, 3), 1);
  EXPECT_NEAR(incomplete_beta(0.3, 2, 3), 0.3483, 1e-12);  // 1 − Σ C(4, k) .3^k .7^(4−k), k < 2.
  EXPECT_NEAR(incomplete_gamma(1, 2), 1 - std::exp(-2.0), 1e-14);
}

}  // namespace
}  // namespace attune
