// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much a problem hurts those who speak of it.

#include <array>
#include <cstdint>
#include <string_view>

namespace attune {

/// What one unit's words about a problem add up to, [0, 1] in all: how they feel, each group times
/// its probability, and what the problem did to them. The parts are those that care teams escalate
/// on; the weights are a judgement, said in every report
/// (docs/decisions/0002-how-problems-are-ranked.md).
struct SeverityWeights {
  float annoyed = 0.35F;
  float let_down = 0.15F;
  float worried = 0.15F;
  float harm = 0.2F;     ///< Times the probability that money, data or safety was harmed.
  float again = 0.05F;   ///< Once, if written about on more than one day.
  float leaving = 0.1F;  ///< Once, if they speak of leaving.
};
inline constexpr SeverityWeights kSeverityWeights;

/// A severity in one word. Decided in problems/verdicts/severity.h.
enum class SeverityGrade : std::uint8_t { mild, moderate, serious, severe };
/// As they stand in the JSON, in the order of SeverityGrade.
inline constexpr std::array<std::string_view, 4> kSeverityGradeNames = {"mild", "moderate",
                                                                        "serious", "severe"};

}  // namespace attune
