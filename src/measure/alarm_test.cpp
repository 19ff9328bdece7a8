// SPDX-License-Identifier: Apache-2.0
#include "measure/alarm.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

std::vector<Series> even(std::vector<std::uint64_t> counts, double of = 500) {
  const std::vector<double> exposure(counts.size(), of);
  return {{.counts = std::move(counts), .exposure = exposure}};
}

TEST(Alarm, ANewThemeNeedsNoHistoryOfItsOwn) {
  EXPECT_TRUE(alarms(even({0, 0, 0, 0, 0, 0, 0, 8}), {})[0]);
  EXPECT_FALSE(alarms(even({8, 9, 8, 7, 8, 9, 8, 8}), {})[0]);
}

TEST(Alarm, SoundsFromFivePeopleOn) {
  const auto rise = even({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6}, 5000);
  EXPECT_TRUE(alarms(rise, {.fewest = 6})[0]);
  EXPECT_FALSE(alarms(rise, {.fewest = 7})[0]);
  EXPECT_FALSE(alarms(even({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4}, 5000), {})[0]);
}

TEST(Alarm, ARiseTooSmallToMatterSoundsNone) {
  const auto rise = even({50, 52, 49, 51, 50, 48, 52, 50, 51, 90});
  const double ratio = emergence(rise, {.look = Look::alarm})[0].ratio;
  EXPECT_TRUE(alarms(rise, {.smallest_ratio = ratio - 1e-9})[0]);
  EXPECT_FALSE(alarms(rise, {.smallest_ratio = ratio + 1e-9})[0]);
}

TEST(Alarm, EachLookSpendsItsPart) {
  const auto rise = even({9, 11, 10, 12, 8, 10, 9, 11, 24, 27});
  const double p = emergence(rise, {.look = Look::alarm})[0].p;
  ASSERT_GT(p, 0);
  // Three times the even part of one of `looks` looks, kOverlap in alarm.cpp.
  EXPECT_TRUE(alarms(rise, {.false_discoveries = p * 26 / 3 * 1.001})[0]);
  EXPECT_FALSE(alarms(rise, {.false_discoveries = p * 26 / 3 * 0.999})[0]);
  EXPECT_FALSE(alarms(rise, {.false_discoveries = p * 26 / 3 * 1.001, .looks = 27})[0]);
}

TEST(Alarm, NothingIsNoError) {
  EXPECT_TRUE(alarms({}, {}).empty());
  EXPECT_FALSE(alarms(even({5, 6, 7}), {})[0]);
}

}  // namespace
}  // namespace attune
