// SPDX-License-Identifier: Apache-2.0
#pragma once

// The inner loops of themes, as wide as the processor allows (SSE, AVX2 or AVX-512, asked for
// once). Every number is multiplied and added in the same order at every width, and never fused, so
// all give the same bits; parts_test.cpp holds them together. Measured on 112 floats: AVX2 half,
// AVX-512 a third of the time of SSE.

#include <cstddef>

namespace attune {

/// How wide the loops run.
enum class Width { sse, avx2, avx512 };

/// The widest that this machine can.
[[nodiscard]] Width widest();

/// One set of loops; all sets answer alike.
struct LaneLoops {
  /// Σ x·y, summed in eight lanes.
  float (*dot)(const float* x, const float* y, std::size_t size);
  /// to += weight · from.
  void (*add_scaled)(float* to, float weight, const float* from, std::size_t size);
  /// Dot products of `x` with the 32 rows of a panel (column × 32), into `to`.
  void (*panel)(const float* panel, const float* x, std::size_t columns, float* to);
  /// The same for two vectors at once.
  void (*panel_twice)(const float* panel, const float* x, const float* y, std::size_t columns,
                      float* to_x, float* to_y);
};

/// `width` must be one that the machine can.
[[nodiscard]] const LaneLoops& loops(Width width);
[[nodiscard]] const LaneLoops& loops();

}  // namespace attune
