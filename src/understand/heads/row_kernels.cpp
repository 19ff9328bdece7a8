// SPDX-License-Identifier: Apache-2.0
//
// Idea. Rows of bytes are added up in 16-bit lanes, all 64 bytes of a row in four registers, and
// brought to 32 bits only after each batch of 256 rows, before a lane could overflow. Sums of
// words, which are 16 bits wide already, go to 32 bits at once. The squared norms are added beside.
//
// When it applies. On x86-64 with AVX2, which is asked of the processor once; anywhere else the
// plain loop serves. The fast path wants rows that begin at multiples of 16 bytes. The last two
// lanes add up the bytes of the norms: nobody reads them, and fast and plain may differ there in
// rows.
//
// What it costs. O(rows): a cache line each, read once. Nothing is asked of memory ahead of its
// use.
//
// Source. Ours: the usual way to add narrow integers, wide enough for a batch and then wider.
//
// Tested in heads_test.cpp against the plain loop around the size of a batch and with the heaviest
// rows, and in understand/fast_paths_test.cpp for words.
#include "understand/heads/row_kernels.h"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace attune {

namespace {

std::uint64_t norm_of(const std::int8_t* row) {
  std::uint16_t norm = 0;
  std::memcpy(&norm, row + kRowHeads, sizeof norm);
  return norm;
}

#if defined(__x86_64__)

constexpr std::size_t kBatch = 256;  ///< 256 × 127 still fits 16 bits.

__attribute__((target("avx2"))) void widen(__m256i sixteen, std::int32_t* out) {
  auto* at = reinterpret_cast<__m256i*>(out);
  const __m256i low = _mm256_cvtepi16_epi32(_mm256_castsi256_si128(sixteen));
  const __m256i high = _mm256_cvtepi16_epi32(_mm256_extracti128_si256(sixteen, 1));
  _mm256_store_si256(at, _mm256_add_epi32(_mm256_load_si256(at), low));
  _mm256_store_si256(at + 1, _mm256_add_epi32(_mm256_load_si256(at + 1), high));
}

__attribute__((target("avx2"))) void add_batch(const std::int8_t* table,
                                               std::span<const std::uint32_t> ids, RowSums& sums) {
  __m256i a = _mm256_setzero_si256();
  __m256i b = a;
  __m256i c = a;
  __m256i d = a;
  for (const std::uint32_t id : ids) {
    const std::int8_t* row = table + std::size_t{id} * kRowBytes;
    const auto* at = reinterpret_cast<const __m128i*>(row);
    a = _mm256_add_epi16(a, _mm256_cvtepi8_epi16(_mm_load_si128(at)));
    b = _mm256_add_epi16(b, _mm256_cvtepi8_epi16(_mm_load_si128(at + 1)));
    c = _mm256_add_epi16(c, _mm256_cvtepi8_epi16(_mm_load_si128(at + 2)));
    d = _mm256_add_epi16(d, _mm256_cvtepi8_epi16(_mm_load_si128(at + 3)));
    sums.norm += norm_of(row);
  }
  widen(a, sums.weights.data());
  widen(b, sums.weights.data() + 16);
  widen(c, sums.weights.data() + 32);
  widen(d, sums.weights.data() + 48);
}

__attribute__((target("avx2"))) void add_words_avx2(std::span<const WordRowSums* const> words,
                                                    RowSums& sums) {
  constexpr std::size_t kParts = kRowBytes / 8;
  auto* at = reinterpret_cast<__m256i*>(sums.weights.data());
  __m256i parts[kParts];  // Not std::array: as a template argument the type loses its alignment.
  for (std::size_t p = 0; p < kParts; ++p) parts[p] = _mm256_load_si256(at + p);
  for (const WordRowSums* word : words) {
    const auto* from = reinterpret_cast<const __m128i*>(word->weights.data());
    for (std::size_t p = 0; p < kParts; ++p) {
      parts[p] = _mm256_add_epi32(parts[p], _mm256_cvtepi16_epi32(_mm_load_si128(from + p)));
    }
    sums.norm += word->norm;
  }
  for (std::size_t p = 0; p < kParts; ++p) _mm256_store_si256(at + p, parts[p]);
}

bool has_avx2() {
  static const bool kHas = __builtin_cpu_supports("avx2") != 0;
  return kHas;
}

#endif

}  // namespace

void add_rows_plain(const std::int8_t* table, std::span<const std::uint32_t> ids, RowSums& sums) {
  for (const std::uint32_t id : ids) {
    const std::int8_t* row = table + std::size_t{id} * kRowBytes;
    for (std::size_t h = 0; h < kRowHeads; ++h) sums.weights[h] += row[h];
    sums.norm += norm_of(row);
  }
}

void add_words_plain(std::span<const WordRowSums* const> words, RowSums& sums) {
  for (const WordRowSums* word : words) {
    for (std::size_t h = 0; h < kRowBytes; ++h) sums.weights[h] += word->weights[h];
    sums.norm += word->norm;
  }
}

void add_words(std::span<const WordRowSums* const> words, RowSums& sums) {
#if defined(__x86_64__)
  if (has_avx2()) return add_words_avx2(words, sums);
#endif
  add_words_plain(words, sums);
}

void add_rows(const std::int8_t* table, std::span<const std::uint32_t> ids, RowSums& sums) {
#if defined(__x86_64__)
  if (has_avx2()) {
    for (std::size_t at = 0; at < ids.size(); at += kBatch) {
      add_batch(table, ids.subspan(at, std::min(kBatch, ids.size() - at)), sums);
    }
    return;
  }
#endif
  add_rows_plain(table, ids, sums);
}

}  // namespace attune
