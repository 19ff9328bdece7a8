// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reasons that a connective leads in: "because", "due to", "the reason is", "since the update",
// "they said (the system was down)".
// The words that count as one are data (models/patterns/reason.txt).

#include <cstdint>
#include <vector>

#include "phrases/patterns/patterns.h"
#include "understand/reasons/features.h"

namespace attune {

/// Precision of a pattern from which its connective can mean nothing else.
inline constexpr float kBeyondDoubt = 0.9F;

/// Tokens [first, last) say why, as sure as their connective is one.
struct LedReason {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  float p = 0;  ///< Precision of the connective's pattern, [0, 1].
  friend bool operator==(const LedReason&, const LedReason&) = default;
};

/// Fills `out` (overwritten) with the reasons that the connectives of `parse` lead in, in order of
/// the connectives; they may overlap. `spans` are the candidates of the reason model in order of
/// their first token, `scores` what the model gives each (greater is likelier). No token of theirs
/// lies in a question, nor behind the end of the connective's sentence. O(tokens + hits × log
/// spans).
void led_reasons(const Parse& parse, const std::vector<ReasonCandidate>& spans,
                 const std::vector<std::int32_t>& scores, std::vector<LedReason>& out);

}  // namespace attune
