// SPDX-License-Identifier: Apache-2.0
#include "problems/evidence/contentment.h"

#include <algorithm>
#include <unordered_map>

#include "measure/interval.h"
#include "problems/ranking/rating_scale.h"

namespace attune::problems {

ContentReader::ContentReader(const Corpus& corpus)
    : best_(best_rating(corpus)), scale_(rating_scale(corpus)) {}

bool ContentReader::rated_best(const CorpusMessage& message) const {
  return best_ != kNoRating && message.rating != kNoRating && message.rating >= best_;
}

bool ContentReader::rated_high(const CorpusMessage& message) const {
  return rated_best(message) ||
         static_cast<double>(message.rating) > (scale_.low + scale_.high) / 2;
}

Content ContentReader::of(const CorpusMessage& message) const {
  if (message.asked == Asked::bad) return Content::open;
  if (rated_best(message)) return Content::rated_best;
  const bool low = message.rating != kNoRating && !rated_high(message);
  return message.sentiment == Polarity::positive && !low ? Content::reads_glad : Content::open;
}

bool ContentReader::is_content(const CorpusMessage& message) const {
  if (message.rating == kNoRating || best_ == kNoRating)
    return message.sentiment == Polarity::positive;
  return rated_high(message);
}

Share content_share(const Corpus& corpus) {
  const ContentReader reader(corpus);
  std::unordered_map<std::uint32_t, int> balance;  // Messages that are content less the others.
  for (const CorpusMessage& message : corpus.messages) {
    if (Corpus::counts(message)) balance[message.unit] += reader.is_content(message) ? 1 : -1;
  }
  const auto content = std::count_if(balance.begin(), balance.end(),
                                     [](const auto& unit) { return unit.second > 0; });
  return share_of(static_cast<std::uint64_t>(content), corpus.units);
}

}  // namespace attune::problems
