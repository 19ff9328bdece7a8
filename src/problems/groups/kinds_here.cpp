// SPDX-License-Identifier: Apache-2.0
//
// Idea. Self-training with what is known kept apart from what is learnt: the heads' log-odds stay,
// and each term of the file adds how much more often a kind is met where the term stands than
// elsewhere. An item never votes for its own terms (leave one out), so that one sure passage does
// not make its neighbours sure.
//
// When it applies. Terms of three items or more; a rare term is drawn to the kind's own share. At
// most two terms for and two against a kind count, since words of one phrase say one thing.
//
// What it costs. O(bytes) to read, then a few rounds of O(terms of the items × kinds).
//
// Source. D. Yarowsky, Unsupervised word sense disambiguation rivaling supervised methods, ACL
// (1995); K. Nigam, A. McCallum, S. Thrun, T. Mitchell, Text classification from labeled and
// unlabeled documents using EM, Machine Learning 39 (2000). That the heads' odds stay is ours.
//
// Tested in key_groups_test.cpp.
#include "problems/groups/kinds_here.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attune::problems {

namespace {

constexpr int kRounds = 3;
constexpr double kDrawn = 6;       // Items by which a term's rate is drawn to the kind's share.
constexpr double kMostTerm = 2.5;  // Log-odds that one term adds at most.
constexpr double kSay = 0.3;
constexpr double kLeastP = 0.002;

using Sums = std::array<double, kStruggleKinds>;

double logit(double p) {
  const double q = std::clamp(p, kLeastP, 1 - kLeastP);
  return std::log(q / (1 - q));
}

/// The two largest and the two smallest of the numbers given, added up.
class Extremes {
 public:
  void add(double value) {
    if (value > high_[1]) {
      high_[1] = value;
      if (high_[1] > high_[0]) std::swap(high_[0], high_[1]);
    }
    if (value < low_[1]) {
      low_[1] = value;
      if (low_[1] < low_[0]) std::swap(low_[0], low_[1]);
    }
  }
  [[nodiscard]] double sum() const { return high_[0] + high_[1] + low_[0] + low_[1]; }

 private:
  std::array<double, 2> high_{};
  std::array<double, 2> low_{};
};

class Learner {
 public:
  Learner(const ItemTerms& terms, std::span<const StruggleScores> scores)
      : terms_(terms), scores_(scores), now_(scores.begin(), scores.end()) {}

  std::vector<StruggleScores> run(const Pool& pool) {
    for (int round = 0; round < kRounds; ++round) {
      count();
      std::vector<StruggleScores> next(now_.size());
      pool.for_each_chunk(now_.size(), 256, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) next[i] = again(i);
      });
      now_ = std::move(next);
    }
    return std::move(now_);
  }

 private:
  void count() {
    sums_.assign(terms_.items.size(), Sums{});
    shares_ = Sums{};
    for (std::size_t i = 0; i < now_.size(); ++i) {
      for (std::size_t k = 0; k < kStruggleKinds; ++k) {
        const auto p = static_cast<double>(now_[i][k]);
        shares_[k] += p;
        for (const std::uint32_t term : terms_.of[i]) sums_[term][k] += p;
      }
    }
    for (double& share : shares_)
      share /= static_cast<double>(std::max<std::size_t>(now_.size(), 1));
  }

  [[nodiscard]] StruggleScores again(std::size_t i) const {
    StruggleScores out{};
    for (std::size_t k = 0; k < kStruggleKinds; ++k) {
      const double base = logit(shares_[k]);
      Extremes said;
      for (const std::uint32_t term : terms_.of[i]) {
        const double others = terms_.items[term] - 1.0;
        const double met = sums_[term][k] - static_cast<double>(now_[i][k]);
        const double rate = (met + kDrawn * shares_[k]) / (others + kDrawn);
        said.add(std::clamp(logit(rate) - base, -kMostTerm, kMostTerm));
      }
      const double odds = logit(static_cast<double>(scores_[i][k])) + kSay * said.sum();
      out[k] = static_cast<float>(1 / (1 + std::exp(-odds)));
    }
    return out;
  }

  const ItemTerms& terms_;
  std::span<const StruggleScores> scores_;
  std::vector<StruggleScores> now_;
  std::vector<Sums> sums_;  // Per term.
  Sums shares_{};
};

}  // namespace

std::vector<StruggleScores> kinds_here(const ItemTerms& terms,
                                       std::span<const StruggleScores> scores, const Pool& pool) {
  return Learner(terms, scores).run(pool);
}

}  // namespace attune::problems
