// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much is spent on a grouping: more makes groups steadier where nothing confirms them later.

#include <cstddef>

namespace attune {

/// How much is spent on a grouping.
struct Effort {
  std::size_t dimensions = 100;  ///< Of the vectors.
  std::size_t clustered = 4500;  ///< Texts that the groups are made of; the others join them.
  std::size_t runs = 40;         ///< Of k-means, at most; 12 or more.
};

/// For groups whose members their words confirm afterwards (telling_words.h): as true to labels
/// that people gave on 100,000 messages, at a third of the time.
inline constexpr Effort kLightEffort{.dimensions = 64, .clustered = 3000, .runs = 16};

}  // namespace attune
