// SPDX-License-Identifier: Apache-2.0
#include "measure/opportunity.h"

#include <algorithm>

namespace attune {

OpportunityGrade opportunity_grade(double score) {
  if (score > kStrongOpportunity) return OpportunityGrade::strong;
  return score > kWorthALook ? OpportunityGrade::worth_a_look : OpportunityGrade::low;
}

std::vector<TextOpportunity> opportunities(std::span<const NeedFacts> needs) {
  std::vector<double> weights;
  weights.reserve(needs.size());
  for (const NeedFacts& need : needs) weights.push_back(need.reach * need.intensity);
  std::vector<TextOpportunity> out;
  out.reserve(needs.size());
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const auto below = std::count_if(weights.begin(), weights.end(),
                                     [&](double other) { return other < weights[i]; });
    const auto level = std::count(weights.begin(), weights.end(), weights[i]);
    TextOpportunity one;
    one.importance = 10 * (static_cast<double>(below) + static_cast<double>(level) / 2) /
                     static_cast<double>(needs.size());
    one.satisfaction = 10 * needs[i].satisfied;
    one.score = one.importance + std::max(one.importance - one.satisfaction, 0.0);
    one.grade = opportunity_grade(one.score);
    out.push_back(one);
  }
  return out;
}

}  // namespace attune
