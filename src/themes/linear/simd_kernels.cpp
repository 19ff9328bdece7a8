// SPDX-License-Identifier: Apache-2.0
//
// Idea. What decides the bits of a sum is its order, so the order is written down: a dot product
// runs in eight lanes that are added up in one fixed tree, a panel keeps a sum of its own for each
// of its 32 rows. The same inlined body is compiled once for each width; a narrow processor takes
// several registers for one vector, and the bits stay.
//
// When it applies. GCC or clang. On x86-64 the widest set is chosen once, at the first call; all
// other machines have the plain one. The file is compiled with -ffp-contract=off (CMakeLists.txt):
// a fused product would round once in place of twice.
//
// What it costs. O(size) for dot and add_scaled, O(32 · columns) for a panel; two vectors at once
// load each panel once.
//
// Source. D. Goldberg, What every computer scientist should know about floating-point arithmetic,
// ACM Computing Surveys 23 (1991), for why order matters. K. Goto, R. A. van de Geijn, Anatomy of
// high-performance matrix multiplication, ACM TOMS 34 (2008), for packed panels.
//
// Tested in parts_test.cpp (Lanes, Matrix): every width gives equal bits, panels agree with plain
// sums.
#include "themes/linear/simd_kernels.h"

#include <cstring>

namespace attune {

namespace {

// Vectors of GCC and clang: on a machine with narrower registers one becomes several. The functions
// below are made once for each width, by inlining.
using Eight = float __attribute__((vector_size(32)));
using Sixteen = float __attribute__((vector_size(64)));
#define ATTUNE_INLINE inline __attribute__((always_inline))

template <class Lanes>
ATTUNE_INLINE void load(Lanes& lanes, const float* from) {
  std::memcpy(&lanes, from, sizeof lanes);
}

ATTUNE_INLINE float dot_of(const float* x, const float* y, std::size_t size) {
  Eight sums{};
  const std::size_t whole = size / 8 * 8;
  for (std::size_t i = 0; i < whole; i += 8) {
    Eight a;
    Eight b;
    load(a, x + i);
    load(b, y + i);
    sums += a * b;
  }
  float rest = 0.0F;
  for (std::size_t i = whole; i < size; ++i) rest += x[i] * y[i];
  return (((sums[0] + sums[4]) + (sums[2] + sums[6])) +
          ((sums[1] + sums[5]) + (sums[3] + sums[7]))) +
         rest;
}

ATTUNE_INLINE void add_to(float* to, float weight, const float* from, std::size_t size) {
  const std::size_t whole = size / 16 * 16;
  for (std::size_t i = 0; i < whole; i += 16) {
    Sixteen a;
    Sixteen b;
    load(a, to + i);
    load(b, from + i);
    a += weight * b;
    std::memcpy(to + i, &a, sizeof a);
  }
  for (std::size_t i = whole; i < size; ++i) to[i] += weight * from[i];
}

ATTUNE_INLINE void panel_of(const float* panel, const float* x, std::size_t columns, float* to) {
  Sixteen low{};
  Sixteen high{};
  for (std::size_t c = 0; c < columns; ++c, panel += 32) {
    Sixteen a;
    Sixteen b;
    load(a, panel);
    load(b, panel + 16);
    low += x[c] * a;
    high += x[c] * b;
  }
  std::memcpy(to, &low, sizeof low);
  std::memcpy(to + 16, &high, sizeof high);
}

// NOLINTBEGIN(readability-function-size): kernels take two inputs and two outputs.
ATTUNE_INLINE void panel_of_two(const float* panel, const float* x, const float* y,
                                std::size_t columns, float* to_x, float* to_y) {
  Sixteen x_low{};
  Sixteen x_high{};
  Sixteen y_low{};
  Sixteen y_high{};
  for (std::size_t c = 0; c < columns; ++c, panel += 32) {
    Sixteen a;
    Sixteen b;
    load(a, panel);
    load(b, panel + 16);
    x_low += x[c] * a;
    x_high += x[c] * b;
    y_low += y[c] * a;
    y_high += y[c] * b;
  }
  std::memcpy(to_x, &x_low, sizeof x_low);
  std::memcpy(to_x + 16, &x_high, sizeof x_high);
  std::memcpy(to_y, &y_low, sizeof y_low);
  std::memcpy(to_y + 16, &y_high, sizeof y_high);
}

#undef ATTUNE_INLINE

/// The loops as they are compiled for every machine.
struct Plain {
  static float dot(const float* x, const float* y, std::size_t size) { return dot_of(x, y, size); }
  static void add_scaled(float* to, float weight, const float* from, std::size_t size) {
    add_to(to, weight, from, size);
  }
  static void panel(const float* panel, const float* x, std::size_t columns, float* to) {
    panel_of(panel, x, columns, to);
  }
  static void panel_twice(const float* panel, const float* x, const float* y, std::size_t columns,
                          float* to_x, float* to_y) {
    panel_of_two(panel, x, y, columns, to_x, to_y);
  }
};

#if defined(__x86_64__)

struct Avx2 {
  __attribute__((target("avx2"))) static float dot(const float* x, const float* y,
                                                   std::size_t size) {
    return dot_of(x, y, size);
  }
  __attribute__((target("avx2"))) static void add_scaled(float* to, float weight, const float* from,
                                                         std::size_t size) {
    add_to(to, weight, from, size);
  }
  __attribute__((target("avx2"))) static void panel(const float* panel, const float* x,
                                                    std::size_t columns, float* to) {
    panel_of(panel, x, columns, to);
  }
  __attribute__((target("avx2"))) static void panel_twice(const float* panel, const float* x,
                                                          const float* y, std::size_t columns,
                                                          float* to_x, float* to_y) {
    panel_of_two(panel, x, y, columns, to_x, to_y);
  }
};

struct Avx512 {
  __attribute__((target("avx512f"))) static float dot(const float* x, const float* y,
                                                      std::size_t size) {
    return dot_of(x, y, size);
  }
  __attribute__((target("avx512f"))) static void add_scaled(float* to, float weight,
                                                            const float* from, std::size_t size) {
    add_to(to, weight, from, size);
  }
  __attribute__((target("avx512f"))) static void panel(const float* panel, const float* x,
                                                       std::size_t columns, float* to) {
    panel_of(panel, x, columns, to);
  }
  __attribute__((target("avx512f"))) static void panel_twice(const float* panel, const float* x,
                                                             const float* y, std::size_t columns,
                                                             float* to_x, float* to_y) {
    panel_of_two(panel, x, y, columns, to_x, to_y);
  }
};

#endif
// NOLINTEND(readability-function-size)

template <class Loops>
constexpr LaneLoops kLoops = {Loops::dot, Loops::add_scaled, Loops::panel, Loops::panel_twice};

}  // namespace

Width widest() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") != 0) return Width::avx512;
  if (__builtin_cpu_supports("avx2") != 0) return Width::avx2;
#endif
  return Width::sse;
}

const LaneLoops& loops(Width width) {
#if defined(__x86_64__)
  if (width == Width::avx512) return kLoops<Avx512>;
  if (width == Width::avx2) return kLoops<Avx2>;
#endif
  (void)width;
  return kLoops<Plain>;
}

const LaneLoops& loops() {
  static const LaneLoops& chosen = loops(widest());
  return chosen;
}

}  // namespace attune
