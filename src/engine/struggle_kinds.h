// SPDX-License-Identifier: Apache-2.0
#pragma once

// Has the heads of struggle read the passages of a corpus.

#include <span>
#include <string_view>
#include <vector>

#include "attune/struggle_kind.h"
#include "base/pool.h"
#include "problems/corpus.h"
#include "problems/passages.h"
#include "understand/struggles/struggle_heads.h"

namespace attune {

/// What each passage names, parallel to `passages`. A long passage names what a clause of it names.
[[nodiscard]] std::vector<StruggleScores> struggle_kinds(
    const problems::Corpus& corpus, std::span<const problems::Passage> passages,
    const StruggleHeads& heads, const Pool& pool);

/// What a phrase names.
[[nodiscard]] StruggleScores phrase_kinds(std::string_view phrase, const StruggleHeads& heads);

}  // namespace attune
