// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the features of the reason model are numbered: a family, and what it is of, hashed.

#include <bit>
#include <cstdint>

#include "base/hash.h"

namespace attune {

/// Numbers of features are below this.
inline constexpr std::uint32_t kReasonTable = 1U << 17U;

/// Families of features; part of the hash.
enum ReasonFamily : std::uint64_t {
  of_bias = 1,
  of_begin_word,
  of_begin_pair,
  of_before_word,
  of_before_pair,
  of_begin_pattern,
  of_end_word,
  of_after_word,
  of_end_pattern,
  of_inside,
  of_length,
  of_share,
  of_place,
  of_sentences,
  of_hits,
  of_none,
  of_none_hits,
  of_none_length,
  of_shape,
  of_inside_class,
  of_outside_class,
  of_none_class,
  of_begin_class,
  of_before_class,
  of_after_class,
  of_end_class,
  of_around,
  of_clauses,
  of_sentence,
  of_none_word,
  of_none_kinds
};

/// The number of a feature, below kReasonTable.
[[nodiscard]] inline std::uint32_t feature(ReasonFamily family, std::uint64_t a,
                                           std::uint64_t b = 0) {
  return static_cast<std::uint32_t>(hash_pair(hash_pair(family, a), b) >> 20U) & (kReasonTable - 1);
}
[[nodiscard]] inline std::uint32_t feature(ReasonFamily family, std::uint64_t a, std::uint64_t b,
                                           std::uint64_t c) {
  return feature(family, hash_pair(a, b), c);
}

/// 0 1 2 3 4 6 8 12 16 24 32 …
[[nodiscard]] inline std::uint32_t reason_bin(std::uint32_t n) {
  if (n < 4) return n;
  const auto level = static_cast<std::uint32_t>(std::bit_width(n)) - 3;
  return 4 + 2 * level + (n >> level >= 6 ? 1 : 0);
}

}  // namespace attune
