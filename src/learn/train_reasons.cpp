// SPDX-License-Identifier: Apache-2.0
//
// Idea. All spans of a text and "none" share one softmax, and the sum of the right ones is made
// likely. Right are the spans that overlap the marked one at least .85 times as much as the best of
// them does, or as .5 where the best is worse; so the model is not asked for a border that the
// text's candidates do not have. Weights are averaged lazily: one is added to its sum when it is
// about to change, for all steps that it stood.
//
// When it applies. Texts are short: the features of every candidate are listed once and kept for
// all rounds. A text with a reason that no candidate comes near is passed over.
//
// What it costs. O(features of all candidates of all texts) memory and, a round, time: each
// candidate lists every token of its text, as inside or outside. The mean costs O(table) once.
//
// Source. J. Duchi, E. Hazan, Y. Singer, Adaptive subgradient methods for online learning and
// stochastic optimization, JMLR 12 (2011). B. T. Polyak, A. B. Juditsky, Acceleration of stochastic
// approximation by averaging, SIAM J. Control Optim. 30 (1992).
//
// Tested in train_spans_test.cpp: training twice gives the same bytes.
#include "learn/train_reasons.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/random.h"
#include "understand/reasons/features.h"

namespace attune::learn {

namespace {

/// One text, ready for the sums: features of every choice ("none" is the first) and whether it is
/// right.
struct Prepared {
  std::vector<FeatureIds> choices;
  std::vector<bool> right;
};

float overlap(Span a, Span b) {
  const std::uint32_t from = std::max(a.begin, b.begin);
  const std::uint32_t to = std::min(a.end, b.end);
  if (from >= to) return 0;
  const auto common = static_cast<float>(to - from);
  return common / (static_cast<float>(a.size() + b.size()) - common);
}

Prepared prepare(const Patterns& patterns, const ReasonExample& example) {
  Tokens tokens;
  tokenise(example.text, tokens);
  std::vector<ClauseRange> clauses;
  split_clauses(example.text, tokens, clauses);
  PatternState state;
  patterns.match(tokens, state);
  const Parse parse{example.text, tokens, clauses, patterns, state.hits()};
  const ReasonView view(parse);
  Prepared out;
  out.choices.emplace_back();
  view.none_features(out.choices.back());
  out.right.push_back(!example.because);
  float best = 0.5F;
  for (const ReasonView::Candidate& c : view.candidates()) {
    if (example.because) best = std::max(best, overlap(view.span_of(c), *example.because));
  }
  for (const ReasonView::Candidate& c : view.candidates()) {
    FeatureIds ids;
    view.begin_features(c.first, ids);
    view.end_features(c.last, ids);
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      if (i >= c.first && i < c.last) {
        view.token_features(i, ids);
      } else {
        view.outside_features(i, ids);
      }
    }
    view.pair_features(c, ids);
    out.choices.push_back(std::move(ids));
    // Aim near the best border that there is, so that the model learns where reasons begin.
    out.right.push_back(example.because &&
                        overlap(view.span_of(c), *example.because) >= best * 0.85F);
  }
  return out;
}

class Trainer {
 public:
  explicit Trainer(const ReasonTraining& options, std::size_t texts)
      : options_(options),
        start_(std::uint64_t{std::min(options.skipped, options.rounds - 1)} * texts),
        weights_(Reasons::kTable, 0),
        squares_(Reasons::kTable, 1e-4F),
        sums_(Reasons::kTable, 0),
        since_(Reasons::kTable, start_) {}

  void learn(const Prepared& example) {
    ++step_;
    if (std::find(example.right.begin(), example.right.end(), true) == example.right.end()) return;
    const std::size_t n = example.choices.size();
    std::vector<double> p(n);
    double most = -1e30;
    for (std::size_t i = 0; i < n; ++i) {
      for (const std::uint32_t id : example.choices[i]) p[i] += weights_[id];
      most = std::max(most, p[i]);
    }
    double all = 0;
    double right = 0;
    for (std::size_t i = 0; i < n; ++i) {
      p[i] = std::exp(p[i] - most);
      all += p[i];
      if (example.right[i]) right += p[i];
    }
    for (std::size_t i = 0; i < n; ++i) {
      const double slope = p[i] / all - (example.right[i] ? p[i] / right : 0.0);
      if (std::fabs(slope) > 1e-6) push(example.choices[i], static_cast<float>(slope));
    }
  }

  /// The mean of the weights over the steps since the start.
  [[nodiscard]] std::vector<float> take() {
    if (step_ <= start_) return std::move(weights_);
    for (std::uint32_t id = 0; id < weights_.size(); ++id) {
      settle(id);
      weights_[id] = static_cast<float>(sums_[id] / static_cast<double>(step_ - start_));
    }
    return std::move(weights_);
  }

 private:
  /// Adds a weight to its sum for every step that it has stood.
  void settle(std::uint32_t id) {
    if (step_ <= start_) return;
    sums_[id] += static_cast<double>(weights_[id]) * static_cast<double>(step_ - since_[id]);
    since_[id] = step_;
  }

  void push(const FeatureIds& ids, float slope) {
    for (const std::uint32_t id : ids) {
      settle(id);
      const float g = slope + options_.decay * weights_[id];
      squares_[id] += g * g;
      weights_[id] -= options_.rate * g / std::sqrt(squares_[id]);
    }
  }

  ReasonTraining options_;
  std::uint64_t start_ = 0;  ///< Steps before the mean begins.
  std::uint64_t step_ = 0;
  std::vector<float> weights_;
  std::vector<float> squares_;
  std::vector<double> sums_;
  std::vector<std::uint64_t> since_;  ///< Step up to which a weight is in its sum.
};

}  // namespace

Reasons train_reasons(const Patterns& patterns, std::span<const ReasonExample> examples,
                      const ReasonTraining& options) {
  std::vector<Prepared> prepared;
  prepared.reserve(examples.size());
  for (const ReasonExample& example : examples) prepared.push_back(prepare(patterns, example));
  std::vector<std::size_t> order(prepared.size());
  std::iota(order.begin(), order.end(), 0);
  Random random(options.seed);
  Trainer trainer(options, prepared.size());
  for (std::uint32_t round = 0; round < options.rounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    for (const std::size_t i : order) trainer.learn(prepared[i]);
  }
  return Reasons(trainer.take());
}

}  // namespace attune::learn
