// SPDX-License-Identifier: Apache-2.0
#include "learn/train_heads.h"

#include <algorithm>
#include <cmath>

#include "learn/train_linear.h"
#include "text/clauses.h"
#include "text/tokens.h"
#include "understand/kinds.h"

namespace attune::learn {

namespace {

/// One regression to run: 16 heads from `first`, plain or NB-weighted, without fold `left_out`
/// (recipe.folds: none is left out).
struct Job {
  std::size_t first = 0;
  std::size_t left_out = 0;
  bool bayes = false;
};

class HeadTrainer {
 public:
  HeadTrainer(const Recipe& recipe, const std::vector<Example>& examples, const TrainMatrix& matrix)
      : recipe_(recipe), examples_(examples), matrix_(matrix) {
    out_.heads = recipe.heads.size();
    out_.weights.resize(matrix.columns.size() * out_.heads);
    out_.bias.resize(out_.heads);
    out_.unseen.resize(examples.size() * out_.heads);
  }

  /// Plain ones first, then the NB-weighted: within a pass, no two jobs write to one place.
  HeadWeights run(const Pool& pool) {
    for (const bool bayes : {false, true}) {
      std::vector<Job> jobs;
      for (std::size_t fold = recipe_.folds + 1; fold-- > 0;) {
        for (std::size_t first = 0; first < out_.heads; first += kLanes) {
          jobs.push_back({first, fold, bayes});
        }
      }
      pool.for_each_chunk(jobs.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) run(jobs[i]);
      });
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::size_t lanes(const Job& job) const {
    return std::min(kLanes, out_.heads - job.first);
  }

  [[nodiscard]] double cost_of(const Job& job, std::size_t lane) const {
    const HeadPlan& plan = recipe_.heads[job.first + lane];
    return job.bayes ? plan.bayes_cost : plan.cost;
  }

  /// A head with both regressions is the mean of their logits.
  [[nodiscard]] float share_of(const Job& job, std::size_t lane) const {
    const HeadPlan& plan = recipe_.heads[job.first + lane];
    if (cost_of(job, lane) <= 0) return 0;
    return plan.cost > 0 && plan.bayes_cost > 0 ? .5F : 1.0F;
  }

  [[nodiscard]] std::vector<LabelledRow> rows_of(const Job& job) const {
    std::vector<LabelledRow> rows;
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      if (examples_[i].fold == job.left_out) continue;
      LabelledRow row;
      row.row = static_cast<std::uint32_t>(i);
      bool any = false;
      for (const Label& label : examples_[i].labels) {
        if (label.head < job.first || label.head >= job.first + lanes(job)) continue;
        row.sign[label.head - job.first] = label.yes ? 1 : -1;
        row.weight[label.head - job.first] = label.weight;
        any = true;
      }
      if (any) rows.push_back(row);
    }
    return rows;
  }

  void run(const Job& job) {
    LinearOptions options;
    options.epochs = recipe_.epochs;
    options.seed = recipe_.seed + job.first;
    bool any = false;
    for (std::size_t lane = 0; lane < lanes(job); ++lane) {
      options.cost[lane] = cost_of(job, lane);
      any = any || options.cost[lane] > 0;
    }
    if (!any) return;
    const std::vector<LabelledRow> rows = rows_of(job);
    const std::vector<Lane> prior = job.bayes ? bayes_prior(matrix_, rows) : std::vector<Lane>();
    const LinearWeights weights = train_linear(matrix_, rows, prior, options);
    if (job.left_out == recipe_.folds) {
      keep_weights(job, weights);
    } else {
      keep_unseen(job, weights);
    }
  }

  void keep_weights(const Job& job, const LinearWeights& weights) {
    for (std::size_t lane = 0; lane < lanes(job); ++lane) {
      const float share = share_of(job, lane);
      out_.bias[job.first + lane] += share * weights.bias.at[lane];
      for (std::size_t j = 0; j < matrix_.columns.size(); ++j) {
        out_.weights[j * out_.heads + job.first + lane] += share * weights.weights[j].at[lane];
      }
    }
  }

  void keep_unseen(const Job& job, const LinearWeights& weights) {
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      if (examples_[i].fold != job.left_out) continue;
      const Lane score = score_row(matrix_, static_cast<std::uint32_t>(i), weights);
      for (std::size_t lane = 0; lane < lanes(job); ++lane) {
        out_.unseen[i * out_.heads + job.first + lane] += share_of(job, lane) * score.at[lane];
      }
    }
  }

  const Recipe& recipe_;
  const std::vector<Example>& examples_;
  const TrainMatrix& matrix_;
  HeadWeights out_;
};

}  // namespace

namespace {

class OthersHeard {
 public:
  OthersHeard(const Recipe& recipe, const std::vector<Example>& examples, HeadWeights& heads)
      : recipe_(recipe), examples_(examples), heads_(heads) {}

  void clauses(std::size_t head, std::size_t of) {
    for (std::size_t i = 0; i < examples_.size(); ++i) at(i, head) = at(i, of);
    std::vector<bool> begun(examples_.size(), false);
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      const std::uint32_t parent = examples_[i].parent;
      if (parent == kNoParent) continue;
      at(parent, head) = begun[parent] ? std::max(at(parent, head), at(i, of)) : at(i, of);
      begun[parent] = true;
    }
  }

  void length(std::size_t head) {
    std::vector<float> clauses(examples_.size(), 0);
    for (const Example& example : examples_) {
      if (example.parent != kNoParent) ++clauses[example.parent];
    }
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      at(i, head) = std::log(std::max(clauses[i], 1.0F));
    }
  }

  /// `places`: head and kind of each rule head.
  void rules(const Patterns& patterns,
             const std::vector<std::pair<std::size_t, std::size_t>>& places) {
    Tokens tokens;
    std::vector<ClauseRange> ranges;
    PatternState state;
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      if (!recipe_.sources[examples_[i].source].clauses) continue;
      tokenise(examples_[i].text, tokens);
      split_clauses(examples_[i].text, tokens, ranges);
      patterns.match(tokens, state);
      const Parse parse{examples_[i].text, tokens, ranges, patterns, state.hits()};
      const ClauseScores text = rule_scores(rule_scores(parse));
      for (const auto& [head, kind] : places) at(i, head) = rule_logit(text.p[kind]);
    }
  }

 private:
  float& at(std::size_t example, std::size_t head) {
    return heads_.unseen[example * heads_.heads + head];
  }

  const Recipe& recipe_;
  const std::vector<Example>& examples_;
  HeadWeights& heads_;
};

}  // namespace

void hear_others(const Recipe& recipe, const std::vector<Example>& examples,
                 const Patterns* patterns, HeadWeights& heads) {
  OthersHeard others(recipe, examples, heads);
  std::vector<std::pair<std::size_t, std::size_t>> rules;
  for (std::size_t h = 0; h < recipe.heads.size(); ++h) {
    const HeadPlan& plan = recipe.heads[h];
    if (plan.from == HeadPlan::From::clauses) {
      const auto of = std::ranges::find(recipe.heads, plan.of, &HeadPlan::name);
      if (of != recipe.heads.end()) {
        others.clauses(h, static_cast<std::size_t>(of - recipe.heads.begin()));
      }
    } else if (plan.from == HeadPlan::From::length) {
      others.length(h);
    } else if (plan.from == HeadPlan::From::rules) {
      const auto kind = std::ranges::find(kKindNames, plan.of);
      if (kind != kKindNames.end()) {
        rules.emplace_back(h, static_cast<std::size_t>(kind - kKindNames.begin()));
      }
    }
  }
  if (patterns != nullptr && !rules.empty()) others.rules(*patterns, rules);
}

HeadWeights train_heads(const Recipe& recipe, const std::vector<Example>& examples,
                        const TrainMatrix& matrix, const Pool& pool) {
  return HeadTrainer(recipe, examples, matrix).run(pool);
}

}  // namespace attune::learn
