// SPDX-License-Identifier: Apache-2.0
#pragma once

// Trains the reason model: maximum likelihood of "one of the spans that overlap the right one by
// half or more", or of "none", by AdaGrad (Duchi et al. 2011) with a fixed order of examples; the
// weights are the mean over all steps but the first rounds' (Polyak and Juditsky 1992). Same
// examples and options, same bytes.

#include <optional>
#include <span>
#include <string>

#include "understand/reasons/reasons.h"

namespace attune::learn {

struct ReasonExample {
  std::string text;
  std::optional<Span> because;
};

struct ReasonTraining {
  std::uint64_t seed = 1;
  std::uint32_t rounds = 12;
  std::uint32_t skipped = 2;  ///< Rounds before the mean begins.
  float rate = 0.03F;
  float decay = 0.001F;  ///< L2, per touched weight and step.
};

[[nodiscard]] Reasons train_reasons(const Patterns& patterns,
                                    std::span<const ReasonExample> examples,
                                    const ReasonTraining& options);

}  // namespace attune::learn
