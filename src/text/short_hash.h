// SPDX-License-Identifier: Apache-2.0
#pragma once

// A hash for words: the same on every machine of little-endian order, and a few nanoseconds short.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace attune {

/// 64 bits; never 0. Not for secrets. Reads eight bytes at a time, high bits are best.
[[nodiscard]] inline std::uint64_t short_hash(std::string_view word) {
  std::uint64_t x = word.size() * 0x9E3779B97F4A7C15ULL;
  for (std::size_t at = 0; at < word.size(); at += 8) {
    std::uint64_t part = 0;
    std::memcpy(&part, word.data() + at, std::min<std::size_t>(word.size() - at, 8));
    x = (x ^ part) * 0xD6E8FEB86659FD93ULL;
    x ^= x >> 32U;
  }
  return x | 1U;
}

}  // namespace attune
