// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "base/random.h"
#include "measure/interval.h"
#include "measure/rank.h"
#include "measure/trend.h"

namespace attune {
namespace {

TEST(Wilson, AgreesWithPublishedValues) {
  // Newcombe (1998), table I, method 3: 81/263, 15/148, 0/20, 1/29.
  EXPECT_NEAR(wilson(81, 263).low, 0.2553, 5e-5);
  EXPECT_NEAR(wilson(81, 263).high, 0.3662, 5e-5);
  EXPECT_NEAR(wilson(15, 148).low, 0.0624, 5e-5);
  EXPECT_NEAR(wilson(0, 20).high, 0.1611, 5e-5);
  EXPECT_EQ(wilson(0, 20).low, 0);
  EXPECT_NEAR(wilson(1, 29).low, 0.0061, 5e-5);
}

TEST(Wilson, SaysNothingAboutNobody) {
  EXPECT_EQ(wilson(0, 0).low, 0);
  EXPECT_EQ(wilson(0, 0).high, 1);
}

TEST(Direction, IsOpenWhereTheIntervalTouchesZero) {
  EXPECT_EQ(direction_of({.low = -2, .high = -1e-9}), Direction::lower);
  EXPECT_EQ(direction_of({.low = -2, .high = 0}), Direction::open);
  EXPECT_EQ(direction_of({.low = -1, .high = 1}), Direction::open);
  EXPECT_EQ(direction_of({.low = 0, .high = 2}), Direction::open);
  EXPECT_EQ(direction_of({.low = 1e-9, .high = 2}), Direction::higher);
}

TEST(Discoveries, FollowBenjaminiAndHochberg) {
  // Their own example (1995, section 3.2): four of fifteen at rate .05.
  const std::vector<double> p = {.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344,
                                 .0459, .3240, .4262, .5719, .6528, .7590, 1.000};
  const std::vector<bool> found = discoveries(p, 0.05);
  EXPECT_EQ(std::count(found.begin(), found.end(), true), 4);
  EXPECT_TRUE(found[3]);
  EXPECT_FALSE(found[4]);
  EXPECT_TRUE(discoveries({}, 0.05).empty());
}

TEST(Discoveries, QValuesAgreeWithTheStepUpRule) {
  const std::vector<double> p = {0.01, 0.02, 0.03, 0.5};
  const std::vector<double> q = q_values(p);
  EXPECT_NEAR(q[0], 0.04, 1e-12);
  EXPECT_NEAR(q[1], 0.04, 1e-12);
  EXPECT_NEAR(q[2], 0.04, 1e-12);
  EXPECT_NEAR(q[3], 0.5, 1e-12);
}

TEST(Quantile, InterpolatesBetweenNeighbours) {
  EXPECT_DOUBLE_EQ(quantile({3, 1, 2, 4}, 0.5), 2.5);
  EXPECT_DOUBLE_EQ(quantile({}, 0.5), 0);
}

std::vector<Bucket> buckets(const std::vector<std::uint64_t>& counts, std::uint64_t of) {
  std::vector<Bucket> out;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    out.push_back({.from = "2026-03-" + std::to_string(10 + i), .count = counts[i], .of = of});
  }
  return out;
}

TEST(Trend, FindsTheBucketAtWhichAProblemEmerged) {
  const auto rising = buckets({1, 0, 2, 1, 1, 0, 9, 11, 8, 10}, 100);
  const TrendTest test = trend_of(rising, {});
  EXPECT_TRUE(test.trend.known);
  EXPECT_EQ(test.trend.since, "2026-03-16");
  EXPECT_LT(test.p, 0.01);
  EXPECT_GT(test.trend.interval.low, 1.0);
}

TEST(Trend, MoreMessagesAreNotMoreOfTheProblem) {
  std::vector<Bucket> grown = buckets({10, 11, 9, 10, 20, 21, 19, 20}, 100);
  for (std::size_t i = 4; i < grown.size(); ++i) grown[i].of = 200;
  const TrendTest test = trend_of(grown, {});
  EXPECT_NEAR(test.trend.ratio, 1, 0.1);
  EXPECT_GT(test.p, 0.2);
}

TEST(Trend, IsUnknownWithFewPeopleOrFewBuckets) {
  EXPECT_FALSE(trend_of(buckets({1, 1, 1, 1}, 50), {}).trend.known);
  EXPECT_FALSE(trend_of(buckets({40, 50}, 90), {}).trend.known);
  EXPECT_EQ(trend_weight(Trend{}), 1);
}

TEST(Trend, SoundsFalseAlarmsNoMoreOftenThanItSays) {
  Random random(11);
  int alarms = 0;
  constexpr int kRounds = 300;
  for (int round = 0; round < kRounds; ++round) {
    std::vector<std::uint64_t> counts(12, 0);
    for (int i = 0; i < 120; ++i) ++counts[random.below(counts.size())];
    if (trend_of(buckets(counts, 100), {}).p <= 0.05) ++alarms;
  }
  EXPECT_LE(alarms, kRounds / 10);  // 5 % expected; over 10 % has a chance below 1 in 1,000.
}

Trend known_trend(double ratio, Interval interval, bool significant) {
  Trend trend{.ratio = ratio, .interval = interval, .since = ""};
  trend.significant = significant;
  trend.known = true;
  return trend;
}

TEST(TrendVerdict, IsGrowingOnlyWhereTheRiseIsRealAndTheLaterHalfHoldsMore) {
  EXPECT_EQ(trend_verdict(known_trend(1.001, {0.95, 1.05}, true)), TrendVerdict::growing);
  EXPECT_EQ(trend_verdict(known_trend(1, {0.95, 1.05}, true)), TrendVerdict::steady);
  EXPECT_EQ(trend_verdict(known_trend(2.4, {1.8, 3.1}, false)), TrendVerdict::may_be_growing);
  EXPECT_EQ(trend_verdict({.ratio = 2.4, .interval = {1.8, 3.1}, .since = ""}),
            TrendVerdict::unknown);
}

TEST(TrendVerdict, TurnsWhereTheIntervalLeavesATenthEitherWay) {
  EXPECT_EQ(trend_verdict(known_trend(0.7, {0.5, 0.8999}, false)), TrendVerdict::shrinking);
  EXPECT_EQ(trend_verdict(known_trend(0.7, {0.5, 0.9}, false)), TrendVerdict::steady);
  EXPECT_EQ(trend_verdict(known_trend(1.4, {1.1, 1.9}, false)), TrendVerdict::steady);
  EXPECT_EQ(trend_verdict(known_trend(1.4, {1.1001, 1.9}, false)), TrendVerdict::may_be_growing);
}

TEST(TrendVerdict, IsCorrectedForAllProblemsLookedAt) {
  const auto rising = buckets({5, 6, 5, 4, 6, 5, 9, 10, 9, 10}, 100);
  const TrendTest alone = trend_of(rising, {});
  ASSERT_LT(alone.p, 0.05);
  ASSERT_GT(alone.p, 0.05 / 40);
  EXPECT_EQ(alone.trend.verdict, TrendVerdict::growing);
  EXPECT_FALSE(alone.trend.since.empty());
  // One of forty: p must then be under .05 / 40.
  std::vector<std::vector<Bucket>> many(40, buckets({7, 8, 7, 6, 8, 7, 7, 8, 6, 7}, 100));
  many[0] = rising;
  const TrendTest among = trends_of(many, {}).front();
  EXPECT_FALSE(among.trend.significant);
  EXPECT_TRUE(among.trend.since.empty());
  EXPECT_NE(among.trend.verdict, TrendVerdict::growing);
}

TEST(TrendVerdict, WithoutATestNothingIsGrowing) {
  const auto rising = buckets({1, 0, 2, 1, 1, 0, 9, 11, 8, 10}, 100);
  EXPECT_EQ(trend_of(rising, {}).trend.verdict, TrendVerdict::growing);
  const TrendTest untested = trend_of(rising, {.tested = false});
  EXPECT_EQ(untested.p, 1);
  EXPECT_EQ(untested.trend.verdict, TrendVerdict::may_be_growing);
}

TEST(Trend, WeightIsClippedSoThatAGrowingTrifleDoesNotWin) {
  EXPECT_EQ(trend_weight({.ratio = 40, .known = true}), 2);
  EXPECT_EQ(trend_weight({.ratio = 0.1, .known = true}), 0.5);
}

std::vector<Mention> mentions(std::uint32_t from, std::uint32_t count, float severity) {
  std::vector<Mention> out;
  for (std::uint32_t i = 0; i < count; ++i)
    out.push_back({.unit = from + i, .p = 1, .severity = severity});
  return out;
}

TEST(Rank, AClearOrderHasNarrowRanksAndACloseOneIsATie) {
  const std::vector<std::vector<Mention>> problems = {
      mentions(0, 40, 0.5F), mentions(100, 300, 0.5F), mentions(400, 290, 0.5F)};
  const std::vector<double> weights(3, 1.0);
  const auto ranked = rank(problems, weights, 1000, {}, Pool(1));
  EXPECT_EQ(ranked[1].rank, 1U);
  EXPECT_EQ(ranked[2].rank, 2U);
  EXPECT_EQ(ranked[0].rank_low, 3U);
  EXPECT_EQ(ranked[1].rank_high, 2U);  // 300 and 290 people cannot be told apart.
  EXPECT_EQ(ranked[2].rank_low, 1U);
}

TEST(Rank, UnsureReadingsWidenTheRanks) {
  auto sure = std::vector<std::vector<Mention>>{mentions(0, 120, 0.5F), mentions(200, 80, 0.5F)};
  auto unsure = sure;
  for (Mention& mention : unsure[0]) mention.p = 0.6F;
  const std::vector<double> weights(2, 1.0);
  const auto a = rank(sure, weights, 1000, {}, Pool(1));
  const auto b = rank(unsure, weights, 1000, {}, Pool(1));
  EXPECT_EQ(a[0].rank_high, 1U);
  EXPECT_EQ(b[0].rank_high, 2U);
}

TEST(Rank, IsTheSameAtAnyThreadCount) {
  const std::vector<std::vector<Mention>> problems = {mentions(0, 50, 0.4F),
                                                      mentions(30, 60, 0.3F)};
  const std::vector<double> weights = {1.2, 0.9};
  const auto one = rank(problems, weights, 200, {.seed = 3}, Pool(1));
  const auto two = rank(problems, weights, 200, {.seed = 3}, Pool(2));
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].rank_low, two[i].rank_low);
    EXPECT_EQ(one[i].rank_high, two[i].rank_high);
  }
}

}  // namespace
}  // namespace attune
