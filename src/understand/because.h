// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds the words in which a writer says why: the reason clause without its connective, whether it
// follows ("because …", "due to …", a colon), leads ("…, so I left", "After three calls I gave up")
// or stands beside the feeling with no connective at all ("Waited an hour. I'm furious.").

#include <optional>
#include <span>
#include <vector>

#include "attune/reading.h"
#include "understand/kinds.h"
#include "understand/patterns.h"

namespace attune {

/// One entry a clause: the reason given for it, which may lie in another clause. `kinds` are the
/// clauses' probabilities from kind_scores().
[[nodiscard]] std::vector<std::optional<Evidence>> find_reasons(
    const Parse& parse, std::span<const ClauseScores> kinds);

}  // namespace attune
