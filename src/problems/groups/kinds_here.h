// SPDX-License-Identifier: Apache-2.0
#pragma once

// The kinds of struggle in the words of one file. The heads know how people of any trade say that
// they wait; the people of this file say "nobody accepts my ride". What passages of a kind have in
// common is learnt from the file itself and added to what the heads say, so that the others who say
// so are found too.

#include <span>
#include <vector>

#include "attune/struggle_kind.h"
#include "base/pool.h"
#include "problems/groups/item_terms.h"

namespace attune::problems {

/// Probability of each kind per item, from `scores` (parallel to the items) and the file's own
/// words. The same at any thread count; linear in the terms.
[[nodiscard]] std::vector<StruggleScores> kinds_here(const ItemTerms& terms,
                                                     std::span<const StruggleScores> scores,
                                                     const Pool& pool);

}  // namespace attune::problems
