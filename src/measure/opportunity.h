// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which need to serve first, as product research says it (opportunity: Ulwick 2005), estimated from
// text. Text over-represents the unhappy: it must be shown as "text-estimated", and a survey's
// numbers replace it where there are any.

#include <cstdint>
#include <span>
#include <vector>

#include "attune/topic.h"

namespace attune {

/// One need as people speak of it.
struct NeedFacts {
  double reach = 0;      ///< Share of people who speak of it, [0, 1].
  double intensity = 0;  ///< Mean intensity of what they say, [0, 1].
  double satisfied = 0;  ///< Share of those who speak of it who are content with it, [0, 1].
};

/// Scores above which a need is worth a look and a strong opportunity: where Ulwick (2005) draws
/// the lines of underserved needs in his opportunity landscape.
inline constexpr double kWorthALook = 10;
inline constexpr double kStrongOpportunity = 15;

/// A score, 0 … 20, in one word.
[[nodiscard]] OpportunityGrade opportunity_grade(double score);

/// Parallel to `needs`. Importance, 0 … 10, is where reach × intensity ranks among the needs given.
[[nodiscard]] std::vector<TextOpportunity> opportunities(std::span<const NeedFacts> needs);

}  // namespace attune
