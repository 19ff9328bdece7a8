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

/// Odds of a probability that is neither next to 0 nor to 1.
double odds(double p) {
  const double q = std::clamp(p, kLeastP, 1 - kLeastP);
  return q / (1 - q);
}

/// For every kind the two largest and the two smallest of the rates given, and of its share.
class Extremes {
 public:
  explicit Extremes(const Sums& shares)
      : first_(shares), second_(shares), last_(shares), last_but_one_(shares) {}

  void add(const Sums& rates) {
    for (std::size_t k = 0; k < kStruggleKinds; ++k) {
      second_[k] = std::max(second_[k], std::min(first_[k], rates[k]));
      first_[k] = std::max(first_[k], rates[k]);
      last_but_one_[k] = std::min(last_but_one_[k], std::max(last_[k], rates[k]));
      last_[k] = std::min(last_[k], rates[k]);
    }
  }

  /// How many times the odds of kind `k` are `base`, by all four together.
  [[nodiscard]] double times(std::size_t k, double base) const {
    static const double kMostTimes = std::exp(kMostTerm);
    const auto of = [&](double rate) {
      return std::clamp(odds(rate) / base, 1 / kMostTimes, kMostTimes);
    };
    return of(first_[k]) * of(second_[k]) * of(last_[k]) * of(last_but_one_[k]);
  }

 private:
  Sums first_;
  Sums second_;
  Sums last_;
  Sums last_but_one_;
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

  /// Sums of more terms than the caches hold are met in no order.
  static void prefetch(const Sums& sums) {
    constexpr std::size_t kCacheLine = 64;
    const auto* const bytes = reinterpret_cast<const char*>(sums.data());
    for (std::size_t at = 0; at < sizeof sums; at += kCacheLine) __builtin_prefetch(bytes + at);
  }

  [[nodiscard]] StruggleScores again(std::size_t i) const {
    Extremes said(shares_);
    Sums rates{};
    const std::vector<std::uint32_t>& terms = terms_.of[i];
    for (const std::uint32_t term : terms) prefetch(sums_[term]);
    for (const std::uint32_t term : terms) {
      const double others = terms_.items[term] - 1.0;
      for (std::size_t k = 0; k < kStruggleKinds; ++k) {
        const double met = sums_[term][k] - static_cast<double>(now_[i][k]);
        rates[k] = (met + kDrawn * shares_[k]) / (others + kDrawn);
      }
      said.add(rates);
    }
    StruggleScores out{};
    for (std::size_t k = 0; k < kStruggleKinds; ++k) {
      const double times = std::exp(kSay * std::log(said.times(k, odds(shares_[k]))));
      const double now = odds(static_cast<double>(scores_[i][k])) * times;
      out[k] = static_cast<float>(now / (1 + now));
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
