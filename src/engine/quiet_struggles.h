// SPDX-License-Identifier: Apache-2.0
#pragma once

// Struggles that are told without a complaint: "is anyone working today? anyone want to pick up a
// phone?", "it hangs sometimes". No clause of such a message reads as one, but what it tells of is
// a kind of struggle. In a message that is not content, that is taken for one.

#include "base/pool.h"
#include "problems/corpus.h"
#include "understand/struggles/struggle_heads.h"

namespace attune {

/// Puts the whole of each such message, as a clause that struggles, before its other clauses. Heard
/// are short messages of three words or more; not those in which a clause struggles already, which
/// show a sign of a hard time, or whose writers rate high or read as glad. Same result at any
/// thread count.
void hear_quiet_struggles(const StruggleHeads& heads, const Pool& pool, problems::Corpus& corpus);

}  // namespace attune
