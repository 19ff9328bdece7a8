// SPDX-License-Identifier: Apache-2.0
#pragma once

// Struggles that are told without a complaint: "is anyone working today? anyone want to pick up a
// phone?", "it hangs sometimes". No clause of such a message reads as one, but what it tells of is
// a kind of struggle. In a message that is not content, that is taken for one.

#include "base/pool.h"
#include "problems/corpus.h"
#include "understand/struggles/struggle_heads.h"

namespace attune {

/// Adds the kind struggle to one clause of each such message, or the whole message as a clause
/// where none was kept. Same result at any thread count.
void hear_quiet_struggles(const StruggleHeads& heads, const Pool& pool, problems::Corpus& corpus);

}  // namespace attune
