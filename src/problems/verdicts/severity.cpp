// SPDX-License-Identifier: Apache-2.0
#include "problems/verdicts/severity.h"

#include <algorithm>
#include <cmath>

namespace attune::problems {

float harm_of(const StruggleScores& kinds) {
  float harm = 0;
  for (const StruggleKind kind : kHarms)
    harm = std::max(harm, kinds.at(static_cast<std::size_t>(kind)));
  return harm;
}

float severity_of(const Complaint& complaint) {
  const SeverityWeights& weights = kSeverityWeights;
  const auto felt = [&](Feeling feeling) {
    return complaint.feelings.at(static_cast<std::size_t>(feeling));
  };
  const float severe =
      weights.annoyed * felt(Feeling::annoyed) + weights.let_down * felt(Feeling::let_down) +
      weights.worried * felt(Feeling::worried) + weights.harm * complaint.harm +
      (complaint.again ? weights.again : 0) + (complaint.leaving ? weights.leaving : 0);
  return std::min(severe, 1.0F);
}

double severity_on_scale(double mean) {
  return 1 / (1 + std::exp((kMiddle - mean) / kStep));
}

SeverityGrade severity_grade(double severity) {
  if (severity < kModerate) return SeverityGrade::mild;
  if (severity < kSerious) return SeverityGrade::moderate;
  return severity < kSevere ? SeverityGrade::serious : SeverityGrade::severe;
}

}  // namespace attune::problems
