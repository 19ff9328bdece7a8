// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much a problem hurts: of one unit's words, and in one word for all of them.

#include "attune/severity.h"

namespace attune::problems {

/// How one unit speaks of one problem, over all it wrote about it.
struct Complaint {
  float unpleasant = 0;  ///< At its worst, [0, 1].
  float strong = 0;      ///< At its strongest, [0, 1].
  bool again = false;    ///< On more than one day.
  bool leaving = false;  ///< It speaks of leaving.
};

/// The sum of kSeverityWeights, [0, 1].
[[nodiscard]] float severity_of(const Complaint& complaint);

/// Least mean severity of a problem that is moderate, serious and severe. With the weights as they
/// are, words that are wholly unpleasant and calm reach 0.5, so that a problem of plain displeasure
/// is serious, and severe takes strength, repetition or a wish to leave on top. A judgement, of no
/// published source.
inline constexpr double kModerate = 0.25;
inline constexpr double kSerious = 0.45;
inline constexpr double kSevere = 0.65;

/// A mean severity, [0, 1], in one word.
[[nodiscard]] SeverityGrade severity_grade(double severity);

}  // namespace attune::problems
