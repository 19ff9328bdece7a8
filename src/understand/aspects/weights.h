// SPDX-License-Identifier: Apache-2.0
#pragma once

// What training learns of aspects, before it is rounded (aspects.h).

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune {

/// Feature × tag, feature × polarity, and tag × tag.
struct AspectWeights {
  static constexpr std::uint32_t kTags = 3;  ///< Outside, begin, inside; also the polarities.
  static constexpr std::uint32_t kTable = 1U << 16U;
  static constexpr std::uint32_t kMoves = 9;  ///< Tag to tag.

  std::vector<float> tags = std::vector<float>(std::size_t{kTable} * kTags, 0);
  std::vector<float> polarity = std::vector<float>(std::size_t{kTable} * kTags, 0);
  std::vector<float> moves = std::vector<float>(kMoves, 0);
};

}  // namespace attune
