// SPDX-License-Identifier: Apache-2.0
#pragma once

// What goes along with a problem.

#include <cstdint>

#include "attune/interval.h"

namespace attune {

/// What goes along with a problem: the rating, or how pleasant the last message reads, of people
/// who speak of it against those who do not, all other problems equal. Associated with, never
/// caused by.
struct Association {
  bool known = false;
  bool rating = false;  ///< Of a rating, in its own points; else of valence, [-1, 1].
  double effect = 0;    ///< < 0: lower.
  Interval interval;    ///< Of `effect`.
  Direction direction = Direction::open;  ///< Of `effect`: lower only where all of its interval is.
  double share = 0;      ///< Part of the explained variance that goes along with it, [0, 1].
  std::uint64_t of = 0;  ///< Units that the figure rests on.
};

}  // namespace attune
