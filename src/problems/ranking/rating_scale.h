// SPDX-License-Identifier: Apache-2.0
#pragma once

// On which scale people rated: as the file has it, since nobody says.

#include "attune/rating_scale.h"
#include "problems/corpus.h"

namespace attune::problems {

/// The scale of the ratings in the corpus.
[[nodiscard]] RatingScale rating_scale(const Corpus& corpus);

}  // namespace attune::problems
