// SPDX-License-Identifier: Apache-2.0
#pragma once

// The first storey of training: all heads of a recipe, once on everything and once for each fold
// left out.

#include <cstddef>
#include <vector>

#include "base/pool.h"
#include "learn/recipe.h"
#include "learn/train_data.h"
#include "learn/train_matrix.h"
#include "phrases/patterns/patterns.h"

namespace attune::learn {

struct HeadWeights {
  std::size_t heads = 0;
  std::vector<float> weights;  ///< columns × heads, row-major.
  std::vector<float> bias;     ///< One a head.
  /// examples × heads: what the heads say of each example when its fold was left out.
  std::vector<float> unseen;
};

/// Fills what `heads.unseen` has to say for heads that are not learnt from features: the largest
/// logit among a text's clauses, and what `patterns` say (null: nothing).
void hear_others(const Recipe& recipe, const std::vector<Example>& examples,
                 const Patterns* patterns, HeadWeights& heads);

[[nodiscard]] HeadWeights train_heads(const Recipe& recipe, const std::vector<Example>& examples,
                                      const TrainMatrix& matrix, const Pool& pool);

}  // namespace attune::learn
