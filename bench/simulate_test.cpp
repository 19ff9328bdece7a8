// SPDX-License-Identifier: Apache-2.0
// A small part of the published simulations, with bounds that a few hundred draws cannot miss by
// chance.
#include <gtest/gtest.h>

#include "populations.h"
#include "streams.h"

namespace attune {
namespace {

constexpr std::size_t kStreams = 60;

TEST(OperatingCurve, ADoubledThemeIsFoundAndLittleElse) {
  const OperatingPoint point =
      watch_streams({.planted = 2, .first = 9}, alarm_attune, kStreams, 7, Pool(2));
  EXPECT_GE(point.recall, 0.85);
  EXPECT_LE(point.false_discoveries, 0.10);  // .05 expected at most; the error is .02.
  EXPECT_LE(point.median_delay, 3);
}

TEST(OperatingCurve, AQuietStreamIsQuiet) {
  const OperatingPoint point =
      watch_streams({.planted = 1, .first = 9}, alarm_attune, kStreams, 8, Pool(2));
  EXPECT_LE(point.false_per_stream, 0.15);
}

TEST(OperatingCurve, LookingBackFindsWhenItBegan) {
  const OperatingPoint point = look_back({.planted = 2, .first = 9}, kStreams, 9, Pool(2));
  EXPECT_GE(point.recall, 0.9);
  EXPECT_LE(point.false_discoveries, 0.12);
  EXPECT_LE(point.median_delay, 1);
}

TEST(OperatingCurve, EarsSoundsFalseAlarmsAtItsOwnLimit) {
  const auto ears = [](std::span<const Series> so_far) { return alarm_ears_c2(so_far, 3); };
  const OperatingPoint point = watch_streams({.planted = 2, .first = 9}, ears, 20, 7, Pool(2));
  EXPECT_GT(point.false_discoveries, 0.5);
}

TEST(OperatingCurve, IsTheSameAtAnyThreadCount) {
  const StreamPlan plan{.themes = 20, .first = 9};
  const OperatingPoint one = watch_streams(plan, alarm_attune, 12, 3, Pool(1));
  const OperatingPoint three = watch_streams(plan, alarm_attune, 12, 3, Pool(3));
  EXPECT_EQ(one.recall, three.recall);
  EXPECT_EQ(one.false_discoveries, three.false_discoveries);
}

TEST(Coverage, Of95PercentIntervalsIsAbout95Percent) {
  double mean = 0;
  const auto table = coverage_of_all(320, 4, Pool(2));
  for (const Coverage& row : table) {
    // The error of one row is .012; of the drivers, whose populations are few, .02.
    EXPECT_GE(row.covered, 0.88) << row.interval << ", " << row.setting;
    mean += row.covered / static_cast<double>(table.size());
  }
  EXPECT_GE(mean, 0.93);
  EXPECT_LE(mean, 0.97);
}

}  // namespace
}  // namespace attune
