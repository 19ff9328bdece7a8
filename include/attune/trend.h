// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a problem runs over time.

#include <cstdint>
#include <string>
#include <vector>

#include "attune/interval.h"

namespace attune {

/// One stretch of time: `count` of `of` units that wrote in it.
struct Bucket {
  std::string from;  ///< First day, "2026-03-01".
  std::uint64_t count = 0;
  std::uint64_t of = 0;
};

/// Later half against earlier half, exposure-adjusted.
struct Trend {
  double ratio = 1;  ///< > 1: growing.
  Interval interval{1, 1};
  std::string since;         ///< First day of the rise, or empty.
  bool significant = false;  ///< After correction for all problems looked at.
  bool known = false;        ///< False without dates, or with too few.
  std::vector<Bucket> buckets;
};

}  // namespace attune
