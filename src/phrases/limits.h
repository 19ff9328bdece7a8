// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much a file of phrases may say: one table for the reader, the matchers and docs/phrases.md.
// Rules come from users, so what a line can cost is bounded before it is paid.

#include <cstddef>
#include <cstdint>

namespace attune::phrases {

struct BookLimits {
  static constexpr std::uint32_t kWidestGap = 14;            ///< ~1 to ~14.
  static constexpr std::uint32_t kFarthestReach = 40;        ///< before 1 to before 40.
  static constexpr std::size_t kShortestBeginning = 3;       ///< Bytes of "can*".
  static constexpr std::size_t kLongestBeginning = 31;       ///< Bytes.
  static constexpr int kDeepestGroup = 32;                   ///< Brackets within brackets.
  static constexpr int kDeepestMacro = 8;                    ///< Macros within macros.
  static constexpr std::size_t kMostWays = 4096;             ///< To match one expression.
  static constexpr std::size_t kLongestPhrase = 64;          ///< Tokens.
  static constexpr std::size_t kLongestExpression = 65'536;  ///< Bytes, macros spelled out.
  static constexpr std::size_t kMostSteps = 4'000'000;       ///< Of all phrases read by one reader.
  static constexpr std::size_t kMostWords = 1'000'000;  ///< Of all classes and sets of one reader.
};

}  // namespace attune::phrases
