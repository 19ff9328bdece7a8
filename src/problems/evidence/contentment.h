// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who is content, by what they rate and, where they do not rate, by how they read. A rating comes
// first: "couldn't be happier" reads as anything, five stars as one thing.

#include <cstdint>

#include "attune/interval.h"
#include "attune/rating_scale.h"
#include "problems/corpus.h"

namespace attune::problems {

/// How content the writer of a message is, as far as problems are concerned.
enum class Content : std::uint8_t {
  open,        ///< Not known to be: anything may be wrong.
  reads_glad,  ///< Reads as positive and has not rated in the lower half.
  rated_best,  ///< Has given the best rating there is.
};

class ContentReader {
 public:
  explicit ContentReader(const Corpus& corpus);

  /// An answer to a question that asks for what is bad is open.
  [[nodiscard]] Content of(const CorpusMessage& message) const;
  /// True for the upper half of the scale; without a rating, or on a scale that is not known to
  /// rise, for what reads as positive.
  [[nodiscard]] bool is_content(const CorpusMessage& message) const;

 private:
  [[nodiscard]] bool rated_best(const CorpusMessage& message) const;
  [[nodiscard]] bool rated_high(const CorpusMessage& message) const;

  float best_;
  RatingScale scale_;
};

/// Units of whose messages more are content than not, of all units.
[[nodiscard]] Share content_share(const Corpus& corpus);

}  // namespace attune::problems
