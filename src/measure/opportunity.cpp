// SPDX-License-Identifier: Apache-2.0
//
// Idea. A need is an opportunity where it is important and not satisfied: importance counts once,
// and what it has over satisfaction counts again. Importance is a mid-rank, ten times the part of
// the needs that weigh less, with half of those that weigh the same, itself among them.
//
// When it applies. Needs of one text are compared with each other: a score says nothing beside that
// of another list. One need alone has importance 5, and so is never worth a look. The numbers carry
// no interval, and a need that is more than satisfied is not marked down below its importance.
//
// What it costs. O(n²) for n needs: each is ranked by counting.
//
// Source. A. W. Ulwick, What Customers Want, McGraw-Hill (2005), for the formula and the lines,
// there from surveys; the rank of reach × intensity in their place is ours.
//
// Tested in opportunity_test.cpp: order, formula, and the grades on both sides of their lines.
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
