// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the messages of a round are from, and whether two rounds are from the same place. Reviews
// beside tweets, or one shop beside another, differ in what they say without anything having
// changed.

#include <vector>

#include "attune/earlier_round.h"
#include "attune/explanation.h"
#include "problems/corpus.h"

namespace attune {

[[nodiscard]] RoundOrigin origin_of(const problems::Corpus& corpus);

/// What is so unlike that a change between the rounds may come of it; none where both are from the
/// same place as far as the data tell. Brands or sources are unlike where a third of the messages
/// would have to be of others to make both mixes the same; languages, where the share of those
/// unread differs by a tenth. Columns are looked at only where brands and sources say nothing,
/// since an export that is laid out otherwise may still be of the same people.
[[nodiscard]] std::vector<Assumption> unlike_rounds(const EarlierRound& before,
                                                    const Explanation& now);

}  // namespace attune
