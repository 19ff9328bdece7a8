// SPDX-License-Identifier: Apache-2.0
//
// Idea. Two models, one after the other. The tagger is an averaged perceptron: a text is tagged
// with the weights so far, and where the tags are wrong, features of the right one gain what those
// of the guess lose. Polarity is a softmax over three, by AdaGrad, learnt from the terms as marked
// and not as guessed.
//
// When it applies. The tagger is to work in trades that its examples are not from: of a share of
// the tokens it does not see the word itself while it changes weights, only its ending and what
// stands around. A term that covers no token is passed over.
//
// What it costs. O(tokens × features) a round: sums for the mean are brought up to date only where
// a weight changes, and O(table) once at the end. All texts stay parsed in memory.
//
// Source. M. Collins, Discriminative training methods for hidden Markov models, EMNLP (2002). J.
// Duchi, E. Hazan, Y. Singer, Adaptive subgradient methods for online learning and stochastic
// optimization, JMLR 12 (2011).
//
// Tested in train_spans_test.cpp: training twice gives the same bytes.
#include "learn/train_aspects.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numeric>

#include "base/random.h"
#include "understand/aspects/features.h"

namespace attune::learn {

namespace {

constexpr std::uint32_t kTags = AspectWeights::kTags;

/// A text with its parse, which the view borrows.
struct Prepared {
  std::string text;
  Tokens tokens;
  std::vector<ClauseRange> clauses;
  PatternState state;
  std::unique_ptr<AspectView> view;
  std::vector<AspectTag> tags;
  struct Term {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t polarity = 0;
  };
  std::vector<Term> terms;
};

std::unique_ptr<Prepared> prepare(const Patterns& patterns, const AspectExample& example) {
  auto out = std::make_unique<Prepared>();
  out->text = example.text;
  tokenise(out->text, out->tokens);
  split_clauses(out->text, out->tokens, out->clauses);
  patterns.match(out->tokens, out->state);
  out->view = std::make_unique<AspectView>(
      Parse{out->text, out->tokens, out->clauses, patterns, out->state.hits()});
  const auto n = static_cast<std::uint32_t>(out->tokens.size());
  out->tags.assign(n, tag_outside);
  for (const Aspect& aspect : example.terms) {
    std::uint32_t first = 0;
    while (first < n && out->tokens.list[first].span.end <= aspect.span.begin) ++first;
    std::uint32_t last = first;
    while (last < n && out->tokens.list[last].span.begin < aspect.span.end) ++last;
    if (first == last) continue;
    for (std::uint32_t i = first; i < last; ++i) out->tags[i] = i == first ? tag_begin : tag_inside;
    out->terms.push_back({first, last, static_cast<std::uint32_t>(aspect.polarity)});
  }
  return out;
}

/// Averaged weights: the sum over all steps is kept by remembering when each one changed last.
class Averaged {
 public:
  explicit Averaged(std::vector<float>& now)
      : now_(now), sum_(now.size(), 0), when_(now.size(), 0) {}

  void add(std::size_t i, float change, std::uint32_t step) {
    sum_[i] += static_cast<double>(now_[i]) * (step - when_[i]);
    when_[i] = step;
    now_[i] += change;
  }
  void finish(std::uint32_t step) {
    for (std::size_t i = 0; i < now_.size(); ++i) {
      sum_[i] += static_cast<double>(now_[i]) * (step - when_[i]);
      now_[i] = static_cast<float>(sum_[i] / step);
    }
  }

 private:
  std::vector<float>& now_;
  std::vector<double> sum_;
  std::vector<std::uint32_t> when_;
};

class TagTrainer {
 public:
  TagTrainer(AspectWeights& weights, const AspectTraining& options)
      : weights_(weights), options_(options), tags_(weights.tags), moves_(weights.moves) {}

  void learn(const Prepared& example, Random& random) {
    ++step_;
    best_tags(*example.view, weights_, guess_);
    std::uint32_t told = tag_outside;
    std::uint32_t guessed = tag_outside;
    for (std::uint32_t i = 0; i < guess_.size(); ++i) {
      const bool known = random.uniform() >= options_.hidden;
      if (guess_[i] != example.tags[i]) {
        ids_.clear();
        example.view->tag_features(i, known, ids_);
        for (const std::uint32_t id : ids_) {
          tags_.add(std::size_t{id} * kTags + example.tags[i], 1, step_);
          tags_.add(std::size_t{id} * kTags + guess_[i], -1, step_);
        }
      }
      moves_.add(told * kTags + example.tags[i], 1, step_);
      moves_.add(guessed * kTags + guess_[i], -1, step_);
      told = example.tags[i];
      guessed = guess_[i];
    }
  }

  void finish() {
    tags_.finish(step_ + 1);
    moves_.finish(step_ + 1);
  }

 private:
  AspectWeights& weights_;
  AspectTraining options_;
  Averaged tags_;
  Averaged moves_;
  std::vector<AspectTag> guess_;
  std::vector<std::uint32_t> ids_;
  std::uint32_t step_ = 0;
};

class PolarityTrainer {
 public:
  PolarityTrainer(std::vector<float>& weights, const AspectTraining& options)
      : weights_(weights), options_(options), squares_(weights.size(), 1e-3F) {}

  void learn(const Prepared& example) {
    for (const Prepared::Term& term : example.terms) {
      ids_.clear();
      example.view->polarity_features(term.first, term.last, ids_);
      std::array<double, kTags> z{};
      for (const std::uint32_t id : ids_) {
        for (std::uint32_t t = 0; t < kTags; ++t) z[t] += weights_[std::size_t{id} * kTags + t];
      }
      const double most = *std::max_element(z.begin(), z.end());
      double total = 0;
      for (double& one : z) total += one = std::exp(one - most);
      for (std::uint32_t t = 0; t < kTags; ++t) {
        push(t, static_cast<float>(z[t] / total - (t == term.polarity ? 1 : 0)));
      }
    }
  }

 private:
  void push(std::uint32_t t, float slope) {
    for (const std::uint32_t id : ids_) {
      const std::size_t at = std::size_t{id} * kTags + t;
      const float g = slope + options_.decay * weights_[at];
      squares_[at] += g * g;
      weights_[at] -= options_.rate * g / std::sqrt(squares_[at]);
    }
  }

  std::vector<float>& weights_;
  AspectTraining options_;
  std::vector<float> squares_;
  std::vector<std::uint32_t> ids_;
};

}  // namespace

Aspects train_aspects(const Patterns& patterns, std::span<const AspectExample> examples,
                      const AspectTraining& options) {
  std::vector<std::unique_ptr<Prepared>> prepared;
  prepared.reserve(examples.size());
  for (const AspectExample& example : examples) prepared.push_back(prepare(patterns, example));
  std::vector<std::size_t> order(prepared.size());
  std::iota(order.begin(), order.end(), 0);
  Random random(options.seed);
  const auto shuffle = [&] {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  };
  AspectWeights weights;
  TagTrainer tagger(weights, options);
  for (std::uint32_t round = 0; round < options.tag_rounds; ++round) {
    shuffle();
    for (const std::size_t i : order) tagger.learn(*prepared[i], random);
  }
  tagger.finish();
  PolarityTrainer polarity(weights.polarity, options);
  for (std::uint32_t round = 0; round < options.polarity_rounds; ++round) {
    shuffle();
    for (const std::size_t i : order) polarity.learn(*prepared[i]);
  }
  return Aspects(weights);
}

}  // namespace attune::learn
