// SPDX-License-Identifier: Apache-2.0
#pragma once

// Trains the aspect model from marked terms. Same examples and options, same bytes.

#include <span>
#include <string>
#include <vector>

#include "understand/aspects/aspects.h"

namespace attune::learn {

struct AspectExample {
  std::string text;
  std::vector<Aspect> terms;
};

struct AspectTraining {
  std::uint64_t seed = 1;
  std::uint32_t tag_rounds = 8;
  std::uint32_t polarity_rounds = 4;
  /// Share of words hidden from the tagger while it learns, so that it learns from their
  /// surroundings as well and works outside the trade of its examples.
  double hidden = 0.25;
  float rate = 0.03F;
  float decay = 0.001F;
};

[[nodiscard]] Aspects train_aspects(const Patterns& patterns,
                                    std::span<const AspectExample> examples,
                                    const AspectTraining& options);

}  // namespace attune::learn
