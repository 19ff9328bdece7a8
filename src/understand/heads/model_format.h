// SPDX-License-Identifier: Apache-2.0
#pragma once

// The file of the linear heads, byte for byte (little-endian):
//
//   FileHeader (64 bytes)
//   HeadRecord × heads · OutputRecord × outputs · HeadTerm × terms
//   SampleRecord × samples · text bytes of the samples
//   (zeros up to a multiple of 64)  Slot × slots
//   (zeros up to a multiple of 64)  rows × 64 bytes (row_kernels.h)
//
// Keys are hashes; the file holds no text but that of the samples, which are our own.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "understand/heads/row_kernels.h"

namespace attune {

/// Raise it when the features or the layout change: a model fits one version of the code only.
inline constexpr std::uint32_t kModelVersion = 1;
inline constexpr std::array<char, 8> kModelMagic = {'a', 't', 't', 'n', 'h', 'd', 's', '\n'};
inline constexpr std::uint32_t kNoRow = 0xFFFFFFFF;
/// The first kRowHeads heads are columns of the rows. The others are places for what other readers
/// say of a text: outputs weigh them like heads.
inline constexpr std::size_t kMaxHeads = 96;

struct FileHeader {
  std::array<char, 8> magic = kModelMagic;
  std::uint32_t version = kModelVersion;
  std::uint32_t heads = 0;
  std::uint32_t outputs = 0;
  std::uint32_t terms = 0;
  std::uint32_t samples = 0;
  std::uint32_t sample_bytes = 0;
  std::uint32_t slots = 0;  ///< A power of two, more than rows.
  std::uint32_t rows = 0;
  std::uint64_t file_bytes = 0;
  std::uint64_t checksum = 0;  ///< XXH3 of all bytes after the header.
  std::uint64_t unused = 0;
};
static_assert(sizeof(FileHeader) == 64);

/// A name of up to 23 bytes, zero-padded.
using FileName = std::array<char, 24>;

/// A column of the rows, or a place (no weights; scale and bias are 0): logit = bias + scale × Σ
/// over blocks (sum of weights / norm).
struct HeadRecord {
  FileName name{};
  float scale = 0;
  float bias = 0;
};
static_assert(sizeof(HeadRecord) == 32);

/// What is told: probability = logistic(bias + Σ weight × logit of a head), over its terms.
struct OutputRecord {
  FileName name{};
  std::uint32_t first_term = 0;
  std::uint32_t terms = 0;
  float bias = 0;
  float threshold = .5F;   ///< For "felt"-like decisions; chosen for F1.
  float unsure_low = .5F;  ///< Between the two, the head abstains.
  float unsure_high = .5F;
};
static_assert(sizeof(OutputRecord) == 48);

struct HeadTerm {
  std::uint32_t head = 0;
  float weight = 0;
};
static_assert(sizeof(HeadTerm) == 8);

/// A text and the hash of its integer sums: re-run at load.
struct SampleRecord {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint64_t expected = 0;
};
static_assert(sizeof(SampleRecord) == 16);

/// Open addressing, linear probing. Home of a key: its low bits; check: its high 32 bits.
struct Slot {
  std::uint32_t check = 0;
  std::uint32_t row = kNoRow;
};
static_assert(sizeof(Slot) == 8);

/// `bytes`, rounded up to a whole cache line.
[[nodiscard]] constexpr std::size_t to_line(std::size_t bytes) {
  return (bytes + kRowBytes - 1) / kRowBytes * kRowBytes;
}

/// The length of the file that `h` describes.
[[nodiscard]] constexpr std::size_t model_bytes(const FileHeader& h) {
  const std::size_t fixed = sizeof(FileHeader) + h.heads * sizeof(HeadRecord) +
                            h.outputs * sizeof(OutputRecord) + h.terms * sizeof(HeadTerm) +
                            h.samples * sizeof(SampleRecord) + h.sample_bytes;
  return to_line(to_line(fixed) + h.slots * sizeof(Slot)) + h.rows * kRowBytes;
}

[[nodiscard]] FileName stored_name(std::string_view name);
[[nodiscard]] std::string_view name_of(const FileName& name);

}  // namespace attune
