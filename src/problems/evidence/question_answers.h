// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the question says of an answer. "What did you like?" is answered by praise and "Cons" by
// what is wrong, whatever the words alone read as: "price" is a struggle under the one and praise
// under the other. Only where the words do what was asked already, they are left to say it.

#include <string_view>
#include <vector>

#include "problems/corpus.h"

namespace attune::problems {

/// Sets the kinds of an answer's clauses by what was asked. `clauses` are all of the answer, of
/// whatever kind, with p in [0, 1]; those that are left without a kind are evidence of nothing.
/// An answer that there is nothing ("None, really", "No negative") is no evidence of what was
/// asked.
void heed_question(Asked asked, std::string_view text, std::vector<CorpusClause>& clauses);

/// True for an answer that says there is nothing to say.
[[nodiscard]] bool answers_nothing(std::string_view text);

}  // namespace attune::problems
