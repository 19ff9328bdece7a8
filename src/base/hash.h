// SPDX-License-Identifier: Apache-2.0
#pragma once

// 64-bit hashes of bytes, the same on every machine: XXH3 (Collet), by way of libxxhash.

#include <cstdint>
#include <string>
#include <string_view>

namespace attune {

/// Hash of `bytes`. Not for secrets.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

/// Mixes two hashes; order matters.
[[nodiscard]] constexpr std::uint64_t hash_pair(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = a * 0x9E3779B97F4A7C15ULL + b + 0x632BE59BD9B4E019ULL;
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93ULL;
  x ^= x >> 32;
  return x;
}

/// 16 lower-case hex digits.
[[nodiscard]] std::string hex64(std::uint64_t value);

}  // namespace attune
