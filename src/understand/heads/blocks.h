// SPDX-License-Identifier: Apache-2.0
#pragma once

// The three blocks of features (features.h says what stands in each), and the tokens they are of.

#include <array>
#include <cstddef>
#include <cstdint>

namespace attune {

inline constexpr std::size_t kBlocks = 3;
enum class Block : std::uint8_t { words, characters, cues };

/// The length that each block is brought to.
inline constexpr std::array<float, kBlocks> kBlockLengths = {1.0F, 1.0F, 1.0F};

/// Tokens [first, last) of a text.
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

}  // namespace attune
