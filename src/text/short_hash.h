// SPDX-License-Identifier: Apache-2.0
#pragma once

// A hash for words: the same on every machine of little-endian order, and a few nanoseconds short.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace attune {

/// Up to eight bytes as a number; no two words of one length give the same.
[[nodiscard]] inline std::uint64_t short_load(const char* at, std::size_t size) {
  if (size >= 8) {
    std::uint64_t all = 0;
    std::memcpy(&all, at, 8);
    return all;
  }
  if (size >= 4) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::memcpy(&first, at, 4);
    std::memcpy(&last, at + size - 4, 4);
    return first | (std::uint64_t{last} << 32U);
  }
  if (size == 0) return 0;
  const auto byte = [at](std::size_t i) {
    return std::uint64_t{static_cast<unsigned char>(at[i])};
  };
  return byte(0) | (byte(size / 2) << 8U) | (byte(size - 1) << 16U);
}

/// 64 bits; never 0. Not for secrets. Reads eight bytes at a time, high bits are best.
[[nodiscard]] inline std::uint64_t short_hash(std::string_view word) {
  std::uint64_t x = word.size() * 0x9E3779B97F4A7C15ULL;
  std::size_t at = 0;
  do {
    x = (x ^ short_load(word.data() + at, word.size() - at)) * 0xD6E8FEB86659FD93ULL;
    x ^= x >> 32U;
    at += 8;
  } while (at < word.size());
  return x | 1U;
}

}  // namespace attune
