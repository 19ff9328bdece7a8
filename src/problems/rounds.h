// SPDX-License-Identifier: Apache-2.0
#pragma once

// One listening round beside the one before: what got better, what got worse, what is new, what was
// solved. The earlier round is known from its own answer (`attune explain --json`) alone; no text
// of it is needed.

#include "attune/earlier_round.h"
#include "attune/explanation.h"
#include "problems/topic_fingerprints.h"

namespace attune::problems {

/// Each earlier problem is linked to the problem of now that it is most like in words, and counted
/// in each round as that round shows it; where it is like none, it is counted now by the words of
/// its print. It has moved only where its words, by one yardstick for both rounds, say so too. A
/// problem of now is new only if it is like no earlier one and its words were at most half as
/// common. `words`: of the passages of now.
[[nodiscard]] RoundComparison compare_with(const EarlierRound& before, const Explanation& now,
                                           const PassageWords& words);

}  // namespace attune::problems
