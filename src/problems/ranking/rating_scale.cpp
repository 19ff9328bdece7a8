// SPDX-License-Identifier: Apache-2.0
#include "problems/ranking/rating_scale.h"

#include <algorithm>

namespace attune::problems {

namespace {

constexpr std::uint64_t kFewestCompared = 10;  // Messages that rate less, to compare with.
constexpr double kSurelyNotGlad = -.5;         // Mean valence of the best rated: no best at all.

/// By the highest rating given.
float best_of(double high) {
  if (high == 5) return 5;
  if (high == 9 || high == 10) return 9;
  return high > 90 && high <= 100 ? 90 : kNoRating;
}

}  // namespace

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

float best_rating(const Corpus& corpus) {
  const float best = best_of(rating_scale(corpus).high);
  if (best == kNoRating) return best;
  double glad = 0;  // Sums of valence.
  double others = 0;
  std::uint64_t rated_best = 0;
  std::uint64_t rated_less = 0;
  for (const CorpusMessage& message : corpus.messages) {
    if (!Corpus::counts(message) || message.rating == kNoRating) continue;
    const bool is_best = message.rating >= best;
    (is_best ? glad : others) += static_cast<double>(message.valence);
    ++(is_best ? rated_best : rated_less);
  }
  if (rated_best == 0) return kNoRating;
  const double mean = glad / static_cast<double>(rated_best);
  const bool gladder =
      rated_less < kFewestCompared || mean > others / static_cast<double>(rated_less);
  return gladder && mean > kSurelyNotGlad ? best : kNoRating;
}

}  // namespace attune::problems
