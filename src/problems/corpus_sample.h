// SPDX-License-Identifier: Apache-2.0
#pragma once

// A part of a corpus that is a corpus itself: all that some of the units wrote.

#include <cstdint>

#include "problems/corpus.h"

namespace attune::problems {

/// Every `stride`-th unit of a corpus, from `offset` < `stride` on.
struct UnitSample {
  std::uint32_t stride = 1;
  std::uint32_t offset = 0;
  [[nodiscard]] bool holds(std::uint32_t unit) const { return unit % stride == offset; }
  /// Its number in the sample; those of the sample keep their order.
  [[nodiscard]] std::uint32_t number(std::uint32_t unit) const { return unit / stride; }
};

/// The messages of the sample's units and their clauses, in order; units are numbered anew. Counts
/// of the intake stay those of the whole.
[[nodiscard]] Corpus sample_of(const Corpus& corpus, const UnitSample& sample);

}  // namespace attune::problems
