// SPDX-License-Identifier: Apache-2.0
#pragma once

// Why, in the writer's own words and whole: a reason begins behind its connective ("because",
// "due to") or with its clause, and ends where a clause or a sentence ends. What cannot be shown
// whole is not shown.

#include <span>
#include <string_view>

#include "attune/reading.h"
#include "problems/corpus.h"

namespace attune {

/// Sets `because` of those of `kept` (clauses of `text`, in order, among `all`) that the text gives
/// a reason for: said with a connective, or found by the reason model beyond doubt.
void add_reasons(std::string_view text, std::span<const Clause> all, std::span<CorpusClause> kept);

}  // namespace attune
