// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much a problem hurts: of one unit's words, of all of them on a scale from 0 to 1, and in one
// word.

#include <array>

#include "attune/feeling.h"
#include "attune/severity.h"
#include "attune/struggle_kind.h"

namespace attune::problems {

/// How one unit speaks of one problem, over all it wrote about it.
struct Complaint {
  std::array<float, kFeelingCount> feelings{};  ///< Each group at its likeliest, [0, 1].
  float harm = 0;                               ///< At its likeliest, [0, 1].
  bool again = false;                           ///< On more than one day.
  bool leaving = false;                         ///< It speaks of leaving.
};

/// The kinds of struggle that cost more than time and patience: money, data, safety.
inline constexpr std::array kHarms = {StruggleKind::charge, StruggleKind::fraud,
                                      StruggleKind::privacy, StruggleKind::safety};

/// The probability of the likeliest harm, [0, 1].
[[nodiscard]] float harm_of(const StruggleScores& kinds);

/// The sum of kSeverityWeights, [0, 1].
[[nodiscard]] float severity_of(const Complaint& complaint);

/// Means over all units of a problem are alike, since few are annoyed, let down, worried and harmed
/// at once: of the 107 problems of five files (tweets, reviews, formal complaints) half lay under
/// the first figure, and all between 0.20 and 0.63.
inline constexpr double kMiddle = 0.38;
inline constexpr double kStep = 0.09;  ///< From the middle to a severity of e / (1 + e) = 0.73.

/// The severity of a problem, (0, 1): where `mean` of its units' sums stands among problems, by a
/// logistic curve around the middle one. It grows with every part of the sum, and is the same
/// yardstick in every file.
[[nodiscard]] double severity_on_scale(double mean);

/// Least severity of a problem that is moderate, serious and severe: quarters of the scale. A
/// judgement, of no published source.
inline constexpr double kModerate = 0.25;
inline constexpr double kSerious = 0.5;
inline constexpr double kSevere = 0.75;

/// A severity, [0, 1], in one word.
[[nodiscard]] SeverityGrade severity_grade(double severity);

}  // namespace attune::problems
