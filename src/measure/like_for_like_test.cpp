// SPDX-License-Identifier: Apache-2.0
#include "measure/like_for_like.h"

#include <gtest/gtest.h>

#include <numeric>

#include "base/random.h"
#include "measure/trend.h"

namespace attune {
namespace {

constexpr std::size_t kBuckets = 12;

/// `people` write in every bucket of [from, to), one in `one_in` of them speaks of it.
Series stratum(std::size_t from, std::size_t to, std::uint64_t people, std::uint64_t one_in) {
  Series out{.counts = std::vector<std::uint64_t>(kBuckets, 0),
             .exposure = std::vector<double>(kBuckets, 0)};
  for (std::size_t i = from; i < to; ++i) {
    out.counts[i] = people / one_in;
    out.exposure[i] = static_cast<double>(people);
  }
  return out;
}

Course course_of(std::vector<Series> strata) {
  Course course{.buckets = {}, .strata = std::move(strata), .stratified = true};
  for (std::size_t i = 0; i < kBuckets; ++i) {
    Bucket bucket{.from = "2026-03-" + std::to_string(10 + i)};
    for (const Series& one : course.strata) {
      bucket.count += one.counts[i];
      bucket.of += static_cast<std::uint64_t>(one.exposure[i]);
    }
    course.buckets.push_back(std::move(bucket));
  }
  return course;
}

Trend stratified(std::vector<Series> strata) {
  return trends_of(std::vector{course_of(std::move(strata))}, {}).front().trend;
}

Trend together(std::vector<Series> strata) {
  return trend_of(course_of(std::move(strata)).buckets, {}).trend;
}

TEST(LikeForLike, WeighsTheHeavierHalfDownToTheLighter) {
  Series uneven = stratum(0, kBuckets, 40, 4);
  for (std::size_t i = 6; i < kBuckets; ++i) {
    uneven.exposure[i] = 80;
    uneven.counts[i] = 20;
  }
  const Series like = like_for_like(std::vector{uneven}, 6);
  EXPECT_EQ(like.counts, std::vector<std::uint64_t>(kBuckets, 10));
  for (const double expected : like.exposure) EXPECT_NEAR(expected, 10, 1e-9);
}

TEST(LikeForLike, SumsOfRoundedCountsAreRightToAHalf) {
  Series thin = stratum(0, kBuckets, 30, 30);
  for (std::size_t i = 6; i < kBuckets; ++i) thin.exposure[i] = 10;  // The earlier half weighs ⅓.
  const Series like = like_for_like(std::vector{thin}, 6);
  EXPECT_EQ(std::accumulate(like.counts.begin(), like.counts.begin() + 6, std::uint64_t{0}), 2U);
  EXPECT_EQ(std::accumulate(like.counts.begin(), like.counts.end(), std::uint64_t{0}), 8U);
}

TEST(LikeForLike, WhatIsThereInOneHalfAloneSaysNothing) {
  const Series like = like_for_like(std::vector{stratum(0, 6, 50, 5), stratum(6, 12, 50, 2)}, 6);
  EXPECT_EQ(like.counts, std::vector<std::uint64_t>(kBuckets, 0));
  EXPECT_EQ(like.exposure, std::vector<double>(kBuckets, 0));
}

TEST(StratifiedTrend, ABrandThatTakesOverIsNoGrowth) {
  const std::vector<Series> change = {stratum(0, 6, 100, 20), stratum(6, 12, 100, 4)};
  EXPECT_EQ(together(change).verdict, TrendVerdict::growing);
  EXPECT_EQ(stratified(change).verdict, TrendVerdict::unknown);
}

TEST(StratifiedTrend, ABrandThatJoinsIsNoGrowthWhereverItBegins) {
  for (const std::size_t begins : {2U, 4U, 6U, 8U}) {
    const std::vector<Series> joined = {stratum(0, 12, 200, 20), stratum(begins, 12, 200, 4)};
    EXPECT_EQ(together(joined).verdict, TrendVerdict::growing) << begins;
    const Trend trend = stratified(joined);
    EXPECT_EQ(trend.verdict, TrendVerdict::steady) << begins;
    EXPECT_NEAR(trend.ratio, 1, 0.05) << begins;
  }
}

TEST(StratifiedTrend, ABrandThatLeavesIsNoDecline) {
  const std::vector<Series> left = {stratum(0, 12, 200, 20), stratum(0, 6, 200, 4)};
  EXPECT_EQ(together(left).verdict, TrendVerdict::shrinking);
  EXPECT_EQ(stratified(left).verdict, TrendVerdict::steady);
}

TEST(StratifiedTrend, RealGrowthWithinOneOfTwoBrandsIsFound) {
  Series grows = stratum(0, 12, 200, 20);
  for (std::size_t i = 6; i < kBuckets; ++i) grows.counts[i] = 40;
  const Trend beside = stratified({grows, stratum(0, 12, 200, 20)});
  EXPECT_EQ(beside.verdict, TrendVerdict::growing);
  EXPECT_EQ(beside.since, "2026-03-16");
  const Trend alone = stratified({grows, stratum(7, 12, 200, 4)});
  EXPECT_EQ(alone.verdict, TrendVerdict::growing);
  EXPECT_GT(alone.ratio, 1.5);
}

TEST(StratifiedTrend, GrowthHiddenByABrandThatLeavesIsFound) {
  Series grows = stratum(0, 12, 200, 20);
  for (std::size_t i = 6; i < kBuckets; ++i) grows.counts[i] = 30;
  const std::vector<Series> hidden = {grows, stratum(0, 6, 200, 5)};
  EXPECT_NE(together(hidden).verdict, TrendVerdict::growing);
  EXPECT_EQ(stratified(hidden).verdict, TrendVerdict::growing);
}

/// `early` people a bucket of the first half and `late` of the second; each speaks of it with `p`.
Series drawn(Random& random, std::size_t early, std::size_t late, double p) {
  Series out = stratum(0, 0, 0, 1);
  for (std::size_t i = 0; i < kBuckets; ++i) {
    const std::size_t people = i < kBuckets / 2 ? early : late;
    out.exposure[i] = static_cast<double>(people);
    for (std::size_t n = 0; n < people; ++n) out.counts[i] += random.uniform() < p ? 1 : 0;
  }
  return out;
}

TEST(StratifiedTrend, AFewOfABrandBeforeItTakesOverAreNoSureGround) {
  Random random(7);
  std::size_t alarms = 0;
  constexpr std::size_t kTrials = 400;
  for (std::size_t trial = 0; trial < kTrials; ++trial) {
    const Series old = drawn(random, 100, 2, 0.1);
    const Series fresh = drawn(random, 2, 100, 0.3);
    if (stratified({old, fresh}).verdict == TrendVerdict::growing) ++alarms;
  }
  EXPECT_LE(alarms, kTrials / 20);
}

TEST(StratifiedTrend, OneStratumIsJudgedByItsBucketsAlone) {
  Course course = course_of({stratum(0, 12, 90, 7)});
  for (std::size_t i = 5; i < kBuckets; ++i) course.buckets[i].count += i % 3;
  course.stratified = false;
  course.strata.clear();
  const TrendTest plain = trend_of(course.buckets, {});
  const TrendTest same = trends_of(std::vector{course}, {}).front();
  EXPECT_EQ(plain.p, same.p);
  EXPECT_EQ(plain.trend.ratio, same.trend.ratio);
  EXPECT_EQ(plain.trend.interval.low, same.trend.interval.low);
}

}  // namespace
}  // namespace attune
