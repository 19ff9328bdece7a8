// SPDX-License-Identifier: Apache-2.0
#pragma once

// Signs that a writer lives through a hard time. They may hold or soften a message and bring in a
// human; they can never be used to select, target or price. So they stand apart from the Reading:
// code that was given a reading holds no sign and cannot ask it for one, and cmake/rooms.json names
// the files that may include this header.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "attune/span.h"

namespace attune {

enum class Care : std::uint8_t {
  bereavement,
  illness,
  disability,
  job_loss,
  debt,
  caring,
  relationship_breakdown,
  crisis
};
inline constexpr std::array<std::string_view, 8> kCareNames = {
    "bereavement", "illness", "disability", "job-loss", "debt", "caring", "relationship-breakdown",
    "crisis"};

/// From which probability on a sign is sure enough for a headline or a gate. Every sign given out
/// (.5 and more) is worth a person's look; danger is let in at a lower bar than the rest, because
/// one that is missed costs more than one read in vain.
inline constexpr float kCareCertain = 0.8F;

struct CareSign {
  Care kind = Care::bereavement;
  Span span;    ///< In the message's text.
  float p = 0;  ///< [.5, 1]: how surely.
};

/// Of one message, in order of the text, not overlapping for one kind; empty for most.
using CareSigns = std::vector<CareSign>;

}  // namespace attune
