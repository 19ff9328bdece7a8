// SPDX-License-Identifier: Apache-2.0
#pragma once

// How messages feel: in all, and over time.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "attune/interval.h"
#include "attune/reading.h"

namespace attune {

struct EmotionShare {
  std::size_t emotion = 0;  ///< Index into kEmotions.
  double share = 0;         ///< Mean calibrated probability over the problem's clauses' messages.
  double lift = 1;          ///< `share` over that of all messages; > 1: stands out.
  bool named = false;       ///< Strong enough to be named; never neutral, which is no feeling.
};

/// How the feelings of all messages ran over time. `shares[i]` belongs to `emotions[i]`.
struct FeelingPoint {
  std::string from;  ///< First day of the bucket.
  std::uint64_t messages = 0;
  std::vector<double> shares;
};
struct Feelings {
  std::vector<std::size_t> emotions;  ///< Those shown, as indices into kEmotions.
  std::vector<FeelingPoint> points;
  std::vector<EmotionShare> overall;  ///< All 28, strongest first.
  Share negative, neutral, positive;  ///< Units by the sentiment of what they wrote.
};

}  // namespace attune
