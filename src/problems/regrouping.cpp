// SPDX-License-Identifier: Apache-2.0
//
// Idea. Two problems are one where mostly the same people speak of them; names and words are not
// looked at, since another grouping names them otherwise. So agreement of two rankings is a
// question about sets of units, put to the first two problems alone, and the ranking with the
// largest sum of agreements is the medoid.
//
// When it applies. Units are numbered alike in both rankings: where one was made from a sample,
// seen_in() first brings the other to the sample's units and numbers. Which groupings are made, and
// from how many people, is decided in struggles.cpp.
//
// What it costs. same_problem() and seen_in(): O(mentions), as mentions ascend by unit.
// agreement(): three of the former at most. most_agreed(): every pair of rankings, O(k²) agreements
// for k.
//
// Source. A. Ben-Hur, A. Elisseeff, I. Guyon, A stability based method for discovering structure in
// clustered data, PSB (2002); the index is Jaccard's (1912).
//
// Tested in regrouping_test.cpp.
#include "problems/regrouping.h"

#include <algorithm>
#include <vector>

namespace attune::problems {

namespace {
constexpr std::size_t kFirst = 2;  // Problems that are looked at.
}  // namespace

bool same_problem(const FoundTopic& a, const FoundTopic& b) {
  std::size_t both = 0;
  auto other = b.mentions.begin();
  for (const Mention& mention : a.mentions) {  // Both ascend by unit.
    while (other != b.mentions.end() && other->unit < mention.unit) ++other;
    both += other != b.mentions.end() && other->unit == mention.unit ? 1 : 0;
  }
  const std::size_t any = a.mentions.size() + b.mentions.size() - both;
  return any > 0 && both * 2 >= any;
}

std::size_t agreement(const Ranking& a, const Ranking& b) {
  const std::vector<FoundTopic>& p = a.problems;
  const std::vector<FoundTopic>& q = b.problems;
  if (p.empty() || q.empty()) return 0;
  const bool first = same_problem(p[0], q[0]);
  if (p.size() == 1 || q.size() == 1) return first ? 1 : 0;
  if (first) return same_problem(p[1], q[1]) ? 2 : 1;
  return same_problem(p[0], q[1]) && same_problem(p[1], q[0]) ? 2 : 0;
}

Ranking seen_in(const Ranking& ranking, const UnitSample& sample) {
  Ranking out;
  for (std::size_t i = 0; i < std::min(kFirst, ranking.problems.size()); ++i) {
    FoundTopic& topic = out.problems.emplace_back();
    for (Mention mention : ranking.problems[i].mentions) {
      if (!sample.holds(mention.unit)) continue;
      mention.unit = sample.number(mention.unit);
      topic.mentions.push_back(mention);
    }
  }
  return out;
}

std::size_t most_agreed(std::span<const Ranking> rankings) {
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t i = 0; i < rankings.size(); ++i) {
    std::size_t sum = 0;
    for (std::size_t j = 0; j < rankings.size(); ++j)
      sum += i == j ? 0 : agreement(rankings[i], rankings[j]);
    if (sum <= most) continue;
    most = sum;
    best = i;
  }
  return best;
}

std::size_t confirmed(std::span<const std::size_t> agreements) {
  return agreements.empty() ? kFirst : *std::min_element(agreements.begin(), agreements.end());
}

}  // namespace attune::problems
