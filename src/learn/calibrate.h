// SPDX-License-Identifier: Apache-2.0
#pragma once

// Probabilities that mean what they say: fitting, cutting and judging them.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::learn {

/// A told probability in [0, 1] and what was true.
struct Judged {
  float p = 0;
  bool yes = false;
  float weight = 1;  ///< How many it stands for. best_cut() alone asks.
};

/// Mean over 10 equal bins of |Σ (p − yes)|, divided by n; in [0, 1]. 0 for no data.
[[nodiscard]] double calibration_error(std::span<const Judged> judged);

/// The cut t that gives the best F1 of "p ≥ t", and that F1. Ties: the higher cut. {1, 0} where
/// nothing is true.
struct Cut {
  float threshold = 1;
  double f1 = 0;
};
[[nodiscard]] Cut best_cut(std::span<const Judged> judged);

/// Rows of a small regression: `width` numbers each, row-major.
struct SmallData {
  std::size_t width = 0;
  std::vector<float> values;
  std::vector<std::uint8_t> yes;
  std::vector<float> weights;

  [[nodiscard]] std::size_t rows() const { return yes.size(); }
};

/// Logistic regression with ridge `ridge` on all but the bias, by Newton steps (IRLS). Returns
/// `width` weights and then the bias. One input and a small ridge give Platt's (1999) calibration.
/// Targets are Platt's smoothed ones. Deterministic.
[[nodiscard]] std::vector<double> fit_small(const SmallData& data, double ridge);

/// What to add to a logit learnt where the share of yes was `from`, for use where it is `to`; both
/// in (0, 1). (Saerens, Latinne and Decaestecker 2002.)
[[nodiscard]] double prior_shift(double from, double to);

}  // namespace attune::learn
