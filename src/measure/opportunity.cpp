// SPDX-License-Identifier: Apache-2.0
#include "measure/opportunity.h"

#include <algorithm>
#include <cmath>

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

Kano kano_of(const AspectOutcomes& outcomes) {
  constexpr std::uint64_t kFewest = 100;
  constexpr double kZ95 = 1.959963984540054;
  if (std::min({outcomes.bad_people, outcomes.middle_people, outcomes.good_people}) < kFewest)
    return Kano::unknown;
  const auto surely = [&](double difference, std::uint64_t a, std::uint64_t b) {
    const double error =
        outcomes.deviation * std::sqrt(1 / static_cast<double>(a) + 1 / static_cast<double>(b));
    return difference > kZ95 * error ? difference : 0.0;
  };
  const double penalty =
      surely(outcomes.middle_mean - outcomes.bad_mean, outcomes.bad_people, outcomes.middle_people);
  const double reward = surely(outcomes.good_mean - outcomes.middle_mean, outcomes.good_people,
                               outcomes.middle_people);
  if (penalty <= 0 && reward <= 0) return Kano::indifferent;
  if (penalty > 2 * reward) return Kano::must_be;
  if (reward > 2 * penalty) return Kano::attractive;
  return Kano::performance;
}

}  // namespace attune
