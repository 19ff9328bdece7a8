// SPDX-License-Identifier: Apache-2.0
#pragma once

// On which scale people rated: as the file has it, since nobody says.

#include "attune/rating_scale.h"
#include "problems/corpus.h"

namespace attune::problems {

/// The scale of the ratings in the corpus.
[[nodiscard]] RatingScale rating_scale(const Corpus& corpus);

/// The least rating that is as good as the scale has: five where five is the highest that was
/// given, nine of ten, ninety of a hundred. kNoRating where the scale is another one, or where
/// those who rated so do not read gladder than the rest, so that a high number may be a bad one
/// (school marks, "severity").
[[nodiscard]] float best_rating(const Corpus& corpus);

}  // namespace attune::problems
