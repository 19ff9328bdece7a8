// SPDX-License-Identifier: Apache-2.0
#include "problems/verdicts/severity.h"

#include <algorithm>

namespace attune::problems {

float severity_of(const Complaint& complaint) {
  const SeverityWeights& weights = kSeverityWeights;
  const float severe = weights.unpleasant * complaint.unpleasant +
                       weights.strong * complaint.strong + (complaint.again ? weights.again : 0) +
                       (complaint.leaving ? weights.leaving : 0);
  return std::min(severe, 1.0F);
}

SeverityGrade severity_grade(double severity) {
  if (severity < kModerate) return SeverityGrade::mild;
  if (severity < kSerious) return SeverityGrade::moderate;
  return severity < kSevere ? SeverityGrade::serious : SeverityGrade::severe;
}

}  // namespace attune::problems
