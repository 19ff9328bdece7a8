// SPDX-License-Identifier: Apache-2.0
//
// Idea. The dual of logistic regression has one variable for each row and head, between 0 and the
// row's cost; each is brought to its best alone, by Newton steps on a function of one variable, and
// the weights are kept up with it. Sixteen heads stand side by side in a Lane, so that a row is
// read once for all of them.
//
// When it applies. Rows are sparse, and heads are learnt from the same matrix. The number of walks
// is fixed, each in a new order: no test ends them, and rows that have settled are visited too.
// Dual variables are doubles; weights and margins are floats.
//
// What it costs. O(epochs × values of the rows × 16), whether heads are in use or not, and at most
// 40 Newton steps for each row, head and walk; O(16 × (rows + columns)) memory.
//
// Source. H.-F. Yu, F.-L. Huang, C.-J. Lin, Dual coordinate descent methods for logistic regression
// and maximum entropy models, Machine Learning 85 (2011). For the prior S. Wang, C. D. Manning,
// Baselines and bigrams, ACL (2012); what is counted here are sums of the matrix's values.
//
// Tested in trainer_test.cpp on a small problem whose optimum is known, and by a planted sign.
#include "learn/train_linear.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/random.h"

namespace attune::learn {

namespace {

constexpr float kBiasValue = 1.0F;   ///< The bias is the weight of a feature with this value …
constexpr float kBiasPrior = 16.0F;  ///< … and this prior variance: hardly held back.

// Loops over lanes have a fixed length and no reductions: compilers turn them into vectors, and the
// sums are the same with any vector width.
inline void add_scaled(Lane& to, const Lane& what, float by) {
  for (std::size_t h = 0; h < kLanes; ++h) to.at[h] += what.at[h] * by;
}

inline void add_scaled(Lane& to, const Lane& what, const Lane& prior, float by) {
  for (std::size_t h = 0; h < kLanes; ++h) to.at[h] += what.at[h] * prior.at[h] * by;
}

/// The two ends of a dual variable: alpha and C − alpha, both kept so that neither loses digits.
struct Dual {
  double low = 0;
  double high = 0;
};

/// One step on one dual variable (Yu, Huang, Lin 2011, algorithm 5): `margin` is y·w·x, `square`
/// xᵀx under the prior. Returns by how much alpha grew.
double step(Dual& dual, double cost, double margin, double square) {
  const bool low_side = 0.5 * square * (dual.high - dual.low) + margin >= 0;
  double& here = low_side ? dual.low : dual.high;
  double& there = low_side ? dual.high : dual.low;
  const double sign = low_side ? 1 : -1;
  const double before = here;
  double z = cost - before < 0.5 * cost ? 0.1 * before : before;
  double gradient = square * (z - before) + sign * margin + std::log(z / (cost - z));
  for (int turn = 0; turn < 40 && std::abs(gradient) >= 1e-4; ++turn) {
    const double curvature = square + cost / (cost - z) / z;
    const double next = z - gradient / curvature;
    z = next <= 0 ? z * 0.1 : next;
    gradient = square * (z - before) + sign * margin + std::log(z / (cost - z));
  }
  here = z;
  there = cost - z;
  return sign * (z - before);
}

class Descent {
 public:
  Descent(const TrainMatrix& matrix, const std::vector<LabelledRow>& rows,
          const std::vector<Lane>& prior, const LinearOptions& options)
      : matrix_(matrix), rows_(rows), prior_(prior), options_(options) {
    out_.weights.resize(matrix.columns.size());
    duals_.resize(rows.size());
    squares_.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) begin_row(i);
  }

  LinearWeights run() {
    std::vector<std::uint32_t> order(rows_.size());
    std::iota(order.begin(), order.end(), 0U);
    Random random(options_.seed);
    for (std::size_t epoch = 0; epoch < options_.epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random.below(i)]);
      }
      for (const std::uint32_t i : order) visit(i);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] double cost_of(std::size_t i, std::size_t h) const {
    return rows_[i].sign[h] == 0 ? 0 : options_.cost[h] * rows_[i].weight[h];
  }

  void begin_row(std::size_t i) {
    Lane change;
    for (std::size_t h = 0; h < kLanes; ++h) {
      const double cost = cost_of(i, h);
      if (cost <= 0) continue;
      const double low = std::min(0.001 * cost, 1e-8);
      duals_[i][h] = {low, cost - low};
      change.at[h] = static_cast<float>(low * rows_[i].sign[h]);
    }
    apply(i, change);
    measure(i);
  }

  void measure(std::size_t i) {
    Lane square;
    const std::size_t row = rows_[i].row;
    square.at.fill(kBiasValue * kBiasValue * kBiasPrior);
    Lane one;
    one.at.fill(1);
    for (std::size_t k = matrix_.begin[row]; k < matrix_.begin[row + 1]; ++k) {
      const float value = matrix_.value[k];
      add_scaled(square, prior_.empty() ? one : prior_[matrix_.column[k]], value * value);
    }
    squares_[i] = square;
  }

  void visit(std::size_t i) {
    const Lane margins = score_row(matrix_, rows_[i].row, out_);
    Lane change;
    for (std::size_t h = 0; h < kLanes; ++h) {
      const double cost = cost_of(i, h);
      if (cost <= 0) continue;
      const double sign = rows_[i].sign[h];
      change.at[h] = static_cast<float>(sign * step(duals_[i][h], cost,
                                                    sign * static_cast<double>(margins.at[h]),
                                                    static_cast<double>(squares_[i].at[h])));
    }
    apply(i, change);
  }

  void apply(std::size_t i, const Lane& change) {
    const std::size_t row = rows_[i].row;
    add_scaled(out_.bias, change, kBiasValue * kBiasPrior);
    for (std::size_t k = matrix_.begin[row]; k < matrix_.begin[row + 1]; ++k) {
      Lane& weights = out_.weights[matrix_.column[k]];
      if (prior_.empty()) {
        add_scaled(weights, change, matrix_.value[k]);
      } else {
        add_scaled(weights, change, prior_[matrix_.column[k]], matrix_.value[k]);
      }
    }
  }

  const TrainMatrix& matrix_;
  const std::vector<LabelledRow>& rows_;
  const std::vector<Lane>& prior_;
  const LinearOptions& options_;
  LinearWeights out_;
  std::vector<std::array<Dual, kLanes>> duals_;
  std::vector<Lane> squares_;
};

}  // namespace

LinearWeights train_linear(const TrainMatrix& matrix, const std::vector<LabelledRow>& rows,
                           const std::vector<Lane>& prior, const LinearOptions& options) {
  return Descent(matrix, rows, prior, options).run();
}

std::vector<Lane> bayes_prior(const TrainMatrix& matrix, const std::vector<LabelledRow>& rows) {
  std::vector<Lane> yes(matrix.columns.size());
  std::vector<Lane> no(matrix.columns.size());
  for (Lane& lane : yes) lane.at.fill(1);
  for (Lane& lane : no) lane.at.fill(1);
  for (const LabelledRow& row : rows) {
    Lane is_yes;
    Lane is_no;
    for (std::size_t h = 0; h < kLanes; ++h) {
      is_yes.at[h] = row.sign[h] > 0 ? row.weight[h] : 0.0F;
      is_no.at[h] = row.sign[h] < 0 ? row.weight[h] : 0.0F;
    }
    for (std::size_t k = matrix.begin[row.row]; k < matrix.begin[row.row + 1]; ++k) {
      add_scaled(yes[matrix.column[k]], is_yes, matrix.value[k]);
      add_scaled(no[matrix.column[k]], is_no, matrix.value[k]);
    }
  }
  std::array<double, kLanes> all_yes{};
  std::array<double, kLanes> all_no{};
  for (std::size_t j = 0; j < yes.size(); ++j) {
    for (std::size_t h = 0; h < kLanes; ++h) {
      all_yes[h] += static_cast<double>(yes[j].at[h]);
      all_no[h] += static_cast<double>(no[j].at[h]);
    }
  }
  for (std::size_t j = 0; j < yes.size(); ++j) {
    for (std::size_t h = 0; h < kLanes; ++h) {
      const double ratio = std::log(static_cast<double>(yes[j].at[h]) / all_yes[h]) -
                           std::log(static_cast<double>(no[j].at[h]) / all_no[h]);
      yes[j].at[h] = static_cast<float>(ratio * ratio);
    }
  }
  return yes;
}

Lane score_row(const TrainMatrix& matrix, std::uint32_t row, const LinearWeights& weights) {
  Lane sum;
  for (std::size_t h = 0; h < kLanes; ++h) sum.at[h] = weights.bias.at[h] * kBiasValue;
  for (std::size_t k = matrix.begin[row]; k < matrix.begin[std::size_t{row} + 1]; ++k) {
    add_scaled(sum, weights.weights[matrix.column[k]], matrix.value[k]);
  }
  return sum;
}

}  // namespace attune::learn
