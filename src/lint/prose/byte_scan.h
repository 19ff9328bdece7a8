// SPDX-License-Identifier: Apache-2.0
#pragma once

// Passes over bytes that nobody looks for, sixteen at a time. The vector type is that of GCC and
// clang: it becomes SSE2 or NEON, whatever the machine always has.
//
//   at = skip_others(text, at, [](Bytes16 b) { return (b == '<') | (b == '&'); });

#include <cstdint>
#include <cstring>
#include <string_view>

namespace attune {

using Bytes16 = unsigned char __attribute__((vector_size(16)));

/// The first place from `at` on, in steps of sixteen, from which `wanted` holds for one of sixteen
/// bytes, or where fewer are left. `wanted` answers with a vector: not zero where a byte is wanted.
template <class Wanted>
[[nodiscard]] std::size_t skip_others(std::string_view text, std::size_t at, Wanted wanted) {
  for (; at + 16 <= text.size(); at += 16) {
    Bytes16 bytes;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const auto found = wanted(bytes);
    std::uint64_t halves[2];
    std::memcpy(halves, &found, sizeof halves);
    if ((halves[0] | halves[1]) != 0) break;
  }
  return at;
}

}  // namespace attune
