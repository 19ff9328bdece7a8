// SPDX-License-Identifier: Apache-2.0
//
// Idea. A draw asks what the ranking would be with other people from the same crowd. A person's
// weight and labels are a hash of draw and person: the same person weighs the same in all problems,
// nobody's weight is stored, and draws may run on any thread in any order.
//
// When it applies. Problems of one crowd whose number is known; it is not drawn. Trend weights are
// not drawn either: a trend's own error is no part of the interval. A weight is at most eight.
// Scores that tie keep the order given, in every draw as well. Without draws the interval of ranks
// stays 0.
//
// What it costs. O(draws × (mentions + problems log problems)) time, O(draws × problems) memory.
//
// Source. J. A. Hanley, B. MacGibbon, Creating non-parametric bootstrap samples using Poisson
// frequencies, Computer Methods and Programs in Biomedicine 83 (2006); that copies draw their
// labels one by one is ours.
//
// Tested in measure_test.cpp: ties, unsure readings, thread counts; coverage in
// bench/simulate_test.cpp.
#include "measure/rank.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/hash.h"
#include "measure/interval.h"

namespace attune {

namespace {

constexpr double kOutside = 0.05;  // Of the ranks drawn, at either end.

/// Poisson(1) by inversion of a uniform in [0, 2^32).
std::uint32_t poisson_one(std::uint32_t uniform) {
  constexpr std::array<std::uint32_t, 8> kUpTo = {1580030168, 3160060337, 3950075421, 4213413783,
                                                  4279248373, 4292415291, 4294609777, 4294923275};
  std::uint32_t count = 0;
  while (count < kUpTo.size() && uniform >= kUpTo[count]) ++count;
  return count;
}

double score_of(double count, double units, double severity, double weight) {
  return wilson(std::min(count, units), units).low * severity * weight;
}

/// How many of a person's `times` copies say it. Each draws its own label: copies that shared one
/// would count the classifier's error twice.
std::uint32_t says(std::uint64_t chance, std::uint32_t times, float p) {
  std::uint32_t say = 0;
  for (std::uint32_t copy = 0; copy < times; ++copy) {
    const std::uint64_t bits = copy == 0 ? chance : hash_pair(chance, copy);
    say += static_cast<double>(bits >> 32) * 0x1.0p-32 < static_cast<double>(p) ? 1 : 0;
  }
  return say;
}

/// The score of one problem in one draw.
double drawn_score(std::span<const Mention> mentions, double weight, double units,
                   std::uint64_t draw) {
  double count = 0;
  double severity = 0;
  for (const Mention& mention : mentions) {
    const std::uint64_t chance = hash_pair(draw, mention.unit);
    const std::uint32_t times =
        says(chance, poisson_one(static_cast<std::uint32_t>(chance)), mention.p);
    count += times;
    severity += times * static_cast<double>(mention.severity);
  }
  return count > 0 ? score_of(count, units, severity / count, weight) : 0;
}

/// order[r] = the problem at rank r (0-based), best first.
std::vector<std::size_t> order_by(const std::vector<double>& scores) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  return order;
}

std::uint32_t rank_at(std::vector<std::uint32_t>& ranks, double q) {
  const auto at = static_cast<std::size_t>(std::lround(q * static_cast<double>(ranks.size() - 1)));
  std::nth_element(ranks.begin(), ranks.begin() + static_cast<std::ptrdiff_t>(at), ranks.end());
  return ranks[at];
}

}  // namespace

std::vector<Ranked> rank(std::span<const std::vector<Mention>> problems,
                         std::span<const double> weights, std::uint64_t units,
                         const RankOptions& options, const Pool& pool) {
  const auto of = static_cast<double>(units);
  std::vector<Ranked> ranked(problems.size());
  std::vector<double> scores;
  for (std::size_t i = 0; i < problems.size(); ++i) {
    const auto count = static_cast<double>(problems[i].size());
    double severity = 0;
    for (const Mention& mention : problems[i]) severity += static_cast<double>(mention.severity);
    ranked[i].share = count / of;
    ranked[i].severity = count > 0 ? severity / count : 0;
    ranked[i].score = score_of(count, of, ranked[i].severity, weights[i]);
    scores.push_back(ranked[i].score);
  }
  const std::vector<std::size_t> order = order_by(scores);
  for (std::size_t r = 0; r < order.size(); ++r) {
    ranked[order[r]].rank = static_cast<std::uint32_t>(r + 1);
  }

  std::vector<std::vector<double>> drawn(options.draws, std::vector<double>(problems.size()));
  pool.for_each_chunk(options.draws, 8, [&](std::size_t begin, std::size_t end) {
    for (std::size_t d = begin; d < end; ++d) {
      for (std::size_t i = 0; i < problems.size(); ++i) {
        drawn[d][i] = drawn_score(problems[i], weights[i], of, hash_pair(options.seed, d));
      }
    }
  });

  std::vector<std::vector<std::uint32_t>> ranks(problems.size());
  for (const std::vector<double>& draw : drawn) {
    const std::vector<std::size_t> here = order_by(draw);
    for (std::size_t r = 0; r < here.size(); ++r) {
      ranks[here[r]].push_back(static_cast<std::uint32_t>(r + 1));
    }
  }
  for (std::size_t i = 0; i < problems.size() && options.draws > 0; ++i) {
    ranked[i].rank_low = std::min(ranked[i].rank, rank_at(ranks[i], kOutside));
    ranked[i].rank_high = std::max(ranked[i].rank, rank_at(ranks[i], 1 - kOutside));
  }
  return ranked;
}

}  // namespace attune
