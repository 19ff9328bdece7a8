// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two ways of product research to say which need to serve first, estimated from text. Text
// over-represents the unhappy: both must be shown as "text-estimated", and a survey's numbers
// replace them where there are any.

#include <cstdint>
#include <span>
#include <vector>

namespace attune {

/// One need as people speak of it.
struct NeedFacts {
  double reach = 0;      ///< Share of people who speak of it, [0, 1].
  double intensity = 0;  ///< Mean intensity of what they say, [0, 1].
  double satisfied = 0;  ///< Share of those who speak of it who are content with it, [0, 1].
};

struct Opportunity {
  double importance = 0;    ///< 0 … 10: where reach × intensity ranks among the needs given.
  double satisfaction = 0;  ///< 0 … 10.
  double score = 0;  ///< importance + max(importance − satisfaction, 0) (Ulwick 2005), 0 … 20;
                     ///< above 10 worth a look, above 15 strong.
};

/// Parallel to `needs`.
[[nodiscard]] std::vector<Opportunity> opportunities(std::span<const NeedFacts> needs);

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
