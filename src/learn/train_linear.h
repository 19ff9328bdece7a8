// SPDX-License-Identifier: Apache-2.0
#pragma once

// L2-regularised logistic regression for up to 16 heads at once that share their rows, by dual
// coordinate descent (Yu, Huang and Lin 2011, as in liblinear). Heads stand side by side, so one
// walk over a row serves them all. Sequential in a fixed order: the same bytes on every run.
//
// With `prior` given, feature j of head h has the prior variance prior[j][h] instead of 1. The
// square of a log-count ratio there gives the NB-LR of Wang and Manning (2012).

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "learn/train_matrix.h"

namespace attune::learn {

inline constexpr std::size_t kLanes = 16;
/// One number a head. Sixteen floats side by side, added and multiplied as one.
struct alignas(64) Lane {
  std::array<float, kLanes> at{};
};

/// Row `row` of the matrix and what it says for each head: +1, −1, or 0 for nothing.
struct LabelledRow {
  std::uint32_t row = 0;
  std::array<std::int8_t, kLanes> sign{};
  std::array<float, kLanes> weight{};  ///< Of the row's loss; 1 is usual.
};

struct LinearOptions {
  std::array<double, kLanes> cost{};  ///< C; heads with 0 are left out.
  std::size_t epochs = 15;
  std::uint64_t seed = 1;
};

/// Weights, columns × heads, and the bias of each head.
struct LinearWeights {
  std::vector<Lane> weights;
  Lane bias;
};

[[nodiscard]] LinearWeights train_linear(const TrainMatrix& matrix,
                                         const std::vector<LabelledRow>& rows,
                                         const std::vector<Lane>& prior,
                                         const LinearOptions& options);

/// Squared log-count ratios of every column for every head, smoothed by 1.
[[nodiscard]] std::vector<Lane> bayes_prior(const TrainMatrix& matrix,
                                            const std::vector<LabelledRow>& rows);

/// Bias + Σ weight × value of one row, for every head.
[[nodiscard]] Lane score_row(const TrainMatrix& matrix, std::uint32_t row,
                             const LinearWeights& weights);

}  // namespace attune::learn
