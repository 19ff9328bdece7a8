// SPDX-License-Identifier: Apache-2.0
#pragma once

// From a recipe to a model file. Two storeys: linear heads over the features, then small
// regressions that turn head logits into calibrated probabilities. The second storey learns from
// logits that the first gives to texts it was not trained on (cross-fitting, Wolpert 1992).
// Seeded; the same bytes at any thread count.

#include <cstddef>
#include <string>
#include <vector>

#include "attune/result.h"
#include "attune/training.h"
#include "base/pool.h"
#include "learn/recipe.h"
#include "phrases/patterns/patterns.h"

namespace attune::learn {

/// `folders`: where the recipe's files are looked for, in order. Refuses what read_examples()
/// refuses, and an output without data.
/// `patterns`: what heads "from rules" hear; null where the recipe has none.
[[nodiscard]] Result<TrainReport> train(const Recipe& recipe,
                                        const std::vector<std::string>& folders, const Pool& pool,
                                        const Patterns* patterns = nullptr);

}  // namespace attune::learn
