// SPDX-License-Identifier: Apache-2.0
#pragma once

// How messages feel: in all, and over time.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "attune/feeling.h"
#include "attune/interval.h"
#include "attune/reading.h"

namespace attune {

/// How many messages read as one of the four groups of feelings.
struct FeelingShare {
  double share = 0;         ///< Mean calibrated probability over the messages.
  Interval interval{0, 1};  ///< Of what a reader would count: chance and the model's doubt.
  std::uint64_t messages = 0;
  double unsure = 0;  ///< Share of messages that could be read either way.
  double all = 0;     ///< The share over all messages of the file.
};
/// In the order of Feeling.
using FeelingShares = std::array<FeelingShare, kFeelingCount>;

struct EmotionShare {
  std::size_t emotion = 0;  ///< Index into kEmotions.
  double share = 0;         ///< Mean calibrated probability over the problem's clauses' messages.
  double lift = 1;          ///< `share` over that of all messages; > 1: stands out.
  bool named = false;       ///< Fit to be named; never neutral, which is no feeling.
};

/// How the feelings of all messages ran over time. `shares[i]` belongs to `emotions[i]`.
struct FeelingPoint {
  std::string from;  ///< First day of the bucket.
  std::uint64_t messages = 0;
  std::vector<double> shares;
  std::array<double, kFeelingCount> groups{};  ///< In the order of Feeling.
};
struct Feelings {
  FeelingShares groups;
  std::vector<std::size_t> emotions;  ///< Those shown, as indices into kEmotions.
  std::vector<FeelingPoint> points;
  std::vector<EmotionShare> overall;  ///< All 28, strongest first.
  Share negative, neutral, positive;  ///< Units by the sentiment of what they wrote.
};

}  // namespace attune
