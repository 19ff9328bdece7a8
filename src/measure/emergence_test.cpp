// SPDX-License-Identifier: Apache-2.0
#include "measure/emergence.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "measure/drift.h"

namespace attune {
namespace {

Series even(std::vector<std::uint64_t> counts, double of = 500) {
  const std::vector<double> exposure(counts.size(), of);
  return {.counts = std::move(counts), .exposure = exposure};
}

TEST(Emergence, SaysWhenARiseBegan) {
  const std::vector<Series> series = {even({9, 11, 10, 12, 8, 10, 9, 11, 24, 27, 22, 25}),
                                      even({20, 22, 19, 21, 20, 18, 22, 20, 21, 19, 20, 21})};
  const auto found = emergence(series, {});
  EXPECT_LT(found[0].p, 0.001);
  EXPECT_EQ(found[0].since, 8U);
  EXPECT_EQ(found[0].count, 24U + 27 + 22 + 25);
  EXPECT_NEAR(found[0].ratio, 2.4, 0.2);
  EXPECT_GT(found[0].interval.low, 1.5);
  EXPECT_NEAR(found[0].expected, 40, 2);
  EXPECT_GT(found[1].p, 0.2);
}

TEST(Emergence, MoreMessagesAreNotMoreOfTheProblem) {
  Series grown = even({10, 9, 11, 10, 10, 9, 20, 19, 21, 20});
  for (std::size_t i = 6; i < 10; ++i) grown.exposure[i] = 1000;
  EXPECT_GT(emergence(std::vector{grown}, {})[0].p, 0.2);
  grown.exposure.assign(10, 1);  // As a count, it has doubled.
  EXPECT_LT(emergence(std::vector{grown}, {})[0].p, 0.01);
}

TEST(Emergence, ANewThemeNeedsNoHistoryOfItsOwn) {
  const auto found = emergence(std::vector{even({0, 0, 0, 0, 0, 0, 0, 8})}, {.look = Look::alarm});
  EXPECT_LT(found[0].p, 0.005);
  EXPECT_EQ(found[0].since, 7U);
}

TEST(Emergence, FourPeopleAreTooFewToJudge) {
  EXPECT_FALSE(emergence(std::vector{even({0, 0, 0, 0, 0, 0, 0, 4})}, {})[0].known);
  EXPECT_TRUE(emergence(std::vector{even({0, 0, 0, 0, 0, 0, 0, 5})}, {})[0].known);
}

TEST(Emergence, SwingsThatThePastShowedAreNoNews) {
  const auto steady = emergence(std::vector{even({50, 52, 49, 51, 50, 48, 52, 50, 90})}, {});
  const auto swings = emergence(std::vector{even({20, 95, 31, 88, 15, 70, 99, 22, 90})}, {});
  EXPECT_LT(steady[0].p, 0.01);
  EXPECT_GT(swings[0].p, 0.1);
}

TEST(Emergence, EmptyBucketsAndShortSeriesAreNoError) {
  EXPECT_TRUE(emergence({}, {}).empty());
  EXPECT_FALSE(emergence(std::vector{Series{}}, {})[0].known);
  EXPECT_FALSE(emergence(std::vector{even({5, 6, 7})}, {})[0].known);
  Series holes = even({9, 0, 10, 9, 0, 11, 10, 26, 0, 25});
  for (const std::size_t i : {1U, 4U, 8U}) holes.exposure[i] = 0;
  const auto found = emergence(std::vector{holes}, {});
  EXPECT_EQ(found[0].since, 7U);
}

TEST(Dispersions, AStepDoesNotPassForNoise) {
  std::vector<Series> series(8, even({50, 44, 57, 47, 52, 55, 46, 51, 104, 95, 108, 99, 101, 97}));
  for (const Dispersion& one : dispersions(series)) EXPECT_LT(one.value, 0.05);
}

/// Before each of `series` stood `empty` buckets of one person each, of whom the first spoke of it.
std::vector<Series> after_an_empty_start(std::vector<Series> series, std::size_t empty) {
  for (Series& one : series) {
    one.counts.insert(one.counts.begin(), empty, 0);
    one.counts.front() = 1;
    one.exposure.insert(one.exposure.begin(), empty, 1);
  }
  return series;
}

TEST(Dispersions, AChanceMentionWhereHardlyAnybodyWroteIsNoSwing) {
  const std::vector<Series> dense = {even({50, 44, 57, 47, 52, 55, 46, 51, 54, 45, 58, 49, 51, 47}),
                                     even({9, 11, 10, 12, 8, 10, 9, 11, 9, 12, 10, 8, 11, 10})};
  const std::vector<Dispersion> plain = dispersions(dense);
  const std::vector<Dispersion> late = dispersions(after_an_empty_start(dense, 12));
  for (std::size_t i = 0; i < dense.size(); ++i)
    EXPECT_NEAR(late[i].value, plain[i].value, 0.01) << i;
}

TEST(Dispersions, RareThingsTellOfTheirSwingsToo) {
  Random random(5);
  std::vector<Series> rare(40, even(std::vector<std::uint64_t>(60, 0), 100));
  for (Series& one : rare) {  // .3 expected in each bucket, in five of twenty four times as many.
    for (std::size_t i = 0; i < one.counts.size(); ++i) {
      const double chance = i / 5 % 4 == 0 ? 0.0075 : 0.0015;
      for (int n = 0; n < 100; ++n) one.counts[i] += random.uniform() < chance ? 1 : 0;
    }
  }
  double mean = 0;
  for (const Dispersion& one : dispersions(rare)) mean += one.value / 40;
  EXPECT_GT(mean, 0.1);
  EXPECT_LT(mean, 2);
}

TEST(Emergence, ARiseIsFoundAfterAnEmptyStart) {
  const auto found = emergence(
      after_an_empty_start({even({9, 11, 10, 12, 8, 10, 9, 11, 24, 27, 22, 25})}, 12), {});
  EXPECT_LT(found[0].p, 0.001);
  EXPECT_EQ(found[0].since, 20U);
}

TEST(Drift, RisesOnlyWithTheRate) {
  Drift drift;
  for (int i = 0; i < 20; ++i) drift_add(drift, 10, 10);
  EXPECT_EQ(drift.sum, 0);
  EXPECT_EQ(drift.quiet, 0U);
  for (int i = 0; i < 6; ++i) drift_add(drift, 15, 10);
  EXPECT_NEAR(drift.sum, 6 * (15 * std::log(1.5) - 5), 1e-9);  // Poisson: y ln k − (k − 1) m.
  EXPECT_EQ(drift.quiet, 6U);
}

TEST(Drift, SoundsAboutAsOftenAsItsLimitSays) {
  const DriftLimit wanted{.mean = 6, .quiet_buckets = 40};
  const double limit = drift_limit(wanted);
  Random random(9);
  const auto poisson = [&] {  // By multiplication (Knuth 1969).
    std::uint64_t count = 0;
    for (double product = random.uniform(); product > std::exp(-6.0); product *= random.uniform())
      ++count;
    return count;
  };
  constexpr int kStreams = 400;
  double buckets = 0;
  for (int i = 0; i < kStreams; ++i) {
    Drift drift;
    do ++buckets;
    while (drift_add(drift, poisson(), 6) < limit);
  }
  EXPECT_NEAR(buckets / kStreams, 40, 8);
}

}  // namespace
}  // namespace attune
