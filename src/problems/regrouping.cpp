// SPDX-License-Identifier: Apache-2.0
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
