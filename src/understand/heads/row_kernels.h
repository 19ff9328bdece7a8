// SPDX-License-Identifier: Apache-2.0
#pragma once

// The inner loop of the heads: adds up rows of int8 weights. One row is one cache line: 62 weights,
// then the square of the feature's idf as a 16-bit number (little-endian, 1/256 steps).
// Integer sums, so every path gives the same numbers; the plain path judges the fast one.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace attune {

inline constexpr std::size_t kRowBytes = 64;
inline constexpr std::size_t kRowHeads = 62;

/// Weights added up, one number a head (the last two are without meaning), and the squared norm.
struct RowSums {
  alignas(64) std::array<std::int32_t, kRowBytes> weights{};
  std::uint64_t norm = 0;  ///< In 1/256.
};

/// Adds rows `ids` of `table` (rows of kRowBytes) to `sums`. Good for up to 16 million ids in all.
void add_rows(const std::int8_t* table, std::span<const std::uint32_t> ids, RowSums& sums);

/// The same, one number after the other.
void add_rows_plain(const std::int8_t* table, std::span<const std::uint32_t> ids, RowSums& sums);

/// Rows of one word, added up beforehand.
struct WordRowSums {
  alignas(16) std::array<std::int16_t, kRowBytes> weights{};
  std::uint32_t norm = 0;  ///< In 1/256.
};

/// Adds what is in `words` to `sums`; good for 65,000 of them, whatever they hold.
void add_words(std::span<const WordRowSums* const> words, RowSums& sums);
void add_words_plain(std::span<const WordRowSums* const> words, RowSums& sums);

}  // namespace attune
