// SPDX-License-Identifier: Apache-2.0
#pragma once

// Groups of people side by side.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "attune/interval.h"

namespace attune {

/// People that a number shown must speak of: fewer could be pointed at.
inline constexpr std::uint64_t kFewestShown = 10;

/// A share of one group of people. Too few to show without pointing at somebody: `hidden`, and
/// then there is no number.
struct CohortCell {
  Share share;
  bool hidden = false;  ///< Fewer than kFewestShown, or one that would give such a cell away.
  Interval difference{-1, 1};  ///< Its share minus that of all other groups, 95 %.
  /// Its share against that of the others, beyond chance after correction for all cells looked at.
  Direction direction = Direction::open;
};

/// One group (a brand, a channel, a version; or "all others", pooled) beside the rest.
struct Cohort {
  std::string name;
  std::uint64_t units = 0;
  bool hidden = false;  ///< Fewer than kFewestShown: nothing is said about them.
  bool pooled = false;
  CohortCell negative;  ///< Units whose messages read as negative on the whole.
  std::vector<std::pair<std::string, CohortCell>> problems;  ///< The first problems, by name.
};

/// Groups of people by one column.
struct Cohorts {
  std::string by;  ///< "brand", "channel", or the column's name; empty: not asked for.
  std::vector<Cohort> groups;
};

}  // namespace attune
