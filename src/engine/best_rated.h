// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whoever gives the best rating there is has no problem to speak of, unless they say one outright.
//
// Of the clauses that read as a struggle in rows of the best rating one in ten is one ("not too
// tight", "I was worried that …", "my old one broke"): what the words alone say is right for all
// messages together, not for those whose writer was content. So in such rows a struggle stands only
// where four things come together:
//   1. it is the surest that the clause does, and the clause praises nothing;
//   2. it stands behind a turn of its sentence or begins with one ("but", "except", "only problem",
//      "unfortunately"), or else it is surer still and the whole message reads as negative: "I had
//      an issue, they solved it at once" tells of none;
//   3. the clause read alone, without the turn, is negative and clearly unpleasant;
//   4. it denies nothing right behind the turn ("but not tinny"), nor any trouble ("never an
//   issue").
// All other struggles of the row are forgotten; what it praises, needs or asks stays. The rating
// must be known as the best of its scale: problems/ranking/rating_scale.h.

#include "base/pool.h"
#include "problems/corpus.h"
#include "understand/understand.h"

namespace attune {

/// Takes the kind of struggle from the clauses of content people that do not say one outright. An
/// answer to a question that asks for what is bad keeps its own.
void forget_doubtful_struggles(const Understander& understander, const Pool& pool,
                               problems::Corpus& corpus);

}  // namespace attune
