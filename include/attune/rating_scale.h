// SPDX-License-Identifier: Apache-2.0
#pragma once

// The scale on which people rated.

namespace attune {

/// Lowest and highest rating given; both 0 without ratings.
struct RatingScale {
  double low = 0;
  double high = 0;
  bool stars = false;  ///< One to five, and no less than one was given: said as stars, not points.
  [[nodiscard]] bool known() const { return low < high; }
};

}  // namespace attune
