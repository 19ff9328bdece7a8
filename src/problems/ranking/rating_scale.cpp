// SPDX-License-Identifier: Apache-2.0
#include "problems/ranking/rating_scale.h"

#include <algorithm>

namespace attune::problems {

RatingScale rating_scale(const Corpus& corpus) {
  constexpr double kFewestStars = 1;
  constexpr double kMostStars = 5;
  RatingScale scale;
  bool any = false;
  for (const CorpusMessage& message : corpus.messages) {
    if (!Corpus::counts(message) || message.rating == kNoRating) continue;
    const auto rating = static_cast<double>(message.rating);
    scale.low = any ? std::min(scale.low, rating) : rating;
    scale.high = any ? std::max(scale.high, rating) : rating;
    any = true;
  }
  scale.stars = scale.low >= kFewestStars && scale.high == kMostStars;
  return scale;
}

}  // namespace attune::problems
