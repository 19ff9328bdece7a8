// SPDX-License-Identifier: Apache-2.0
#pragma once

// What people praise, and nothing else: words that read as negative by themselves are no evidence
// of praise, however glad the message around them reads ("Make it stop, please"), nor are words
// that feel bad more than anything else ("I cried when it broke"). What was asked for as good
// stays.

#include <vector>

#include "base/pool.h"
#include "problems/corpus.h"
#include "problems/passages.h"
#include "understand/understand.h"

namespace attune {

/// Takes out the passages whose quoted words, or the sentences that these stand in, read as
/// negative, or feel bad, when read alone. Order stays.
void drop_negative(const problems::Corpus& corpus, const Understander& understander,
                   const Pool& pool, std::vector<problems::Passage>& passages);

}  // namespace attune
