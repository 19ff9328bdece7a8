// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two ways of product research to say which need to serve first, estimated from text. Text
// over-represents the unhappy: both must be shown as "text-estimated", and a survey's numbers
// replace them where there are any.

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

/// How an aspect bears on satisfaction (Kano 1984).
enum class Kano : std::uint8_t { unknown, must_be, performance, attractive, indifferent };

/// Mean outcomes of people by how they speak of one aspect: penalty-reward contrast (Brandt 1988).
struct AspectOutcomes {
  std::uint64_t bad_people = 0, middle_people = 0, good_people = 0;
  double bad_mean = 0, middle_mean = 0, good_mean = 0;  ///< Outcome, one scale for all.
  double deviation = 1;                                 ///< Of the outcome within groups, > 0.
};

/// Unknown under 100 people in any of the three groups. Penalty = middle − bad, reward = good −
/// middle, each counted only where it exceeds 1.96 standard errors; one more than twice the other
/// is must_be or attractive.
[[nodiscard]] Kano kano_of(const AspectOutcomes& outcomes);

}  // namespace attune
