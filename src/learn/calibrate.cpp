// SPDX-License-Identifier: Apache-2.0
//
// Idea. A score becomes a probability by a small logistic regression, fitted by Newton's method;
// each step solves a linear system by Cholesky. Two things keep the fit finite where yes and no can
// be told apart wholly: targets are a little off 0 and 1, and no weight moves by more than 2 in a
// step. The best cut is found in one walk down the sorted probabilities.
//
// When it applies. Few inputs: the system is full and is solved anew each turn. The calibration
// error has bins of equal width and forgives errors that cancel within one.
//
// What it costs. fit_small: at most 30 turns of O(rows × width² + width³). best_cut: O(n log n).
// calibration_error: O(n).
//
// Source. J. Platt, Probabilistic outputs for support vector machines, in Advances in Large Margin
// Classifiers (1999), for the targets. M. Saerens, P. Latinne, C. Decaestecker, Adjusting the
// outputs of a classifier to new a priori probabilities, Neural Computation 14 (2002), for the
// shift.
//
// Tested in trainer_test.cpp: a planted regression is recovered, the best cut found.
#include "learn/calibrate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attune::learn {

namespace {

/// Solves a·x = b for a symmetric positive definite `a` (n × n, row-major), by Cholesky.
std::vector<double> solve(std::vector<double> a, std::vector<double> b) {
  const std::size_t n = b.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = a[i * n + j];
      for (std::size_t k = 0; k < j; ++k) sum -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / a[j * n + j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= a[i * n + k] * b[k];
    b[i] /= a[i * n + i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[k * n + i] * b[k];
    b[i] /= a[i * n + i];
  }
  return b;
}

struct Targets {
  double yes = 1;
  double no = 0;
};

Targets platt_targets(const SmallData& data) {
  double yes = 0;
  double no = 0;
  for (std::size_t i = 0; i < data.rows(); ++i) {
    (data.yes[i] != 0 ? yes : no) += static_cast<double>(data.weights[i]);
  }
  return {(yes + 1) / (yes + 2), 1 / (no + 2)};
}

/// Gradient and Hessian of the loss at `weights`.
struct Curve {
  std::vector<double> gradient;
  std::vector<double> hessian;
};

Curve curve_at(const SmallData& data, const Targets& targets, const std::vector<double>& weights) {
  const std::size_t n = weights.size();
  Curve curve{std::vector<double>(n), std::vector<double>(n * n)};
  std::vector<double> x(n, 1.0);
  for (std::size_t i = 0; i < data.rows(); ++i) {
    double sum = weights.back();
    for (std::size_t k = 0; k < data.width; ++k) {
      x[k] = static_cast<double>(data.values[i * data.width + k]);
      sum += weights[k] * x[k];
    }
    const double p = 1 / (1 + std::exp(-sum));
    const double weight = static_cast<double>(data.weights[i]);
    const double off = weight * (p - (data.yes[i] != 0 ? targets.yes : targets.no));
    const double bend = weight * std::max(p * (1 - p), 1e-6);
    for (std::size_t k = 0; k < n; ++k) {
      curve.gradient[k] += off * x[k];
      for (std::size_t m = 0; m <= k; ++m) curve.hessian[k * n + m] += bend * x[k] * x[m];
    }
  }
  return curve;
}

}  // namespace

double calibration_error(std::span<const Judged> judged) {
  std::array<double, 10> sums{};
  for (const Judged& one : judged) {
    const auto bin = std::min<std::size_t>(static_cast<std::size_t>(one.p * 10), 9);
    sums[bin] += static_cast<double>(one.p) - (one.yes ? 1 : 0);
  }
  double all = 0;
  for (const double sum : sums) all += std::abs(sum);
  return judged.empty() ? 0 : all / static_cast<double>(judged.size());
}

Cut best_cut(std::span<const Judged> judged) {
  std::vector<Judged> sorted(judged.begin(), judged.end());
  std::ranges::sort(sorted, std::ranges::greater(), &Judged::p);
  double all_yes = 0;
  for (const Judged& one : sorted) all_yes += one.yes ? static_cast<double>(one.weight) : 0;
  Cut best;
  double hits = 0;
  double told = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    told += static_cast<double>(sorted[i].weight);
    hits += sorted[i].yes ? static_cast<double>(sorted[i].weight) : 0;
    const bool last = i + 1 == sorted.size();
    if (!last && sorted[i + 1].p == sorted[i].p) continue;
    const double f1 = 2 * hits / (told + all_yes);
    if (f1 > best.f1) {
      const float below = last ? sorted[i].p : sorted[i + 1].p;
      best = {(sorted[i].p + below) / 2, f1};
    }
  }
  return best;
}

std::vector<double> fit_small(const SmallData& data, double ridge) {
  const std::size_t n = data.width + 1;
  const Targets targets = platt_targets(data);
  std::vector<double> weights(n);
  for (int turn = 0; turn < 30; ++turn) {
    Curve curve = curve_at(data, targets, weights);
    for (std::size_t k = 0; k < n; ++k) {
      const double hold = k + 1 < n ? ridge : 1e-6;
      curve.gradient[k] += hold * weights[k];
      curve.hessian[k * n + k] += hold;
    }
    const std::vector<double> move = solve(curve.hessian, curve.gradient);
    double largest = 0;
    for (const double m : move) largest = std::max(largest, std::abs(m));
    const double damp = largest > 2 ? 2 / largest : 1;
    for (std::size_t k = 0; k < n; ++k) weights[k] -= damp * move[k];
    if (largest < 1e-8) break;
  }
  return weights;
}

double prior_shift(double from, double to) {
  return std::log(to * (1 - from) / ((1 - to) * from));
}

}  // namespace attune::learn
