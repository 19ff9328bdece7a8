// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a problem runs over time.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attune/interval.h"

namespace attune {

/// Into what a period is cut. Decided in problems/timeline.h.
enum class Stretch : std::uint8_t { none, day, week, month, quarter, year };
/// As they stand in the JSON, in the order of Stretch.
inline constexpr std::array<std::string_view, 6> kStretchNames = {"none",  "day",     "week",
                                                                  "month", "quarter", "year"};

/// One stretch of time: `count` of `of` units that wrote in it.
struct Bucket {
  std::string from;  ///< First day, "2026-03-01".
  std::uint64_t count = 0;
  std::uint64_t of = 0;
};

/// How it runs, in one word. Decided in measure/trend.h.
enum class TrendVerdict : std::uint8_t {
  unknown,         ///< No dates, or too few.
  growing,         ///< Beyond chance, after correction for all problems looked at.
  may_be_growing,  ///< It looks so, but chance alone could look like this.
  steady,          ///< Neither, as far as the data can tell.
  shrinking,
};
/// As they stand in the JSON, in the order of TrendVerdict.
inline constexpr std::array<std::string_view, 5> kTrendVerdictNames = {
    "unknown", "growing", "may-be-growing", "steady", "shrinking"};

/// Later half against earlier half, exposure-adjusted.
struct Trend {
  double ratio = 1;  ///< > 1: growing.
  Interval interval{1, 1};
  std::string since;         ///< First day of the rise, or empty.
  bool significant = false;  ///< After correction for all problems looked at.
  bool known = false;        ///< False without dates, or with too few.
  TrendVerdict verdict = TrendVerdict::unknown;
  std::vector<Bucket> buckets;
};

}  // namespace attune
