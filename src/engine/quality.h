// SPDX-License-Identifier: Apache-2.0
#pragma once

// Training a model from a recipe file, and judging the readings against labels: what `attune train`
// and `attune eval` do.

#include <string>
#include <vector>

#include "attune/result.h"
#include "understand/evaluate.h"
#include "understand/trainer.h"

namespace attune {

/// Reads the recipe and trains. Its files are looked for in `folders`, then beside the recipe, then
/// in `sentences/` beside the recipe.
[[nodiscard]] Result<TrainReport> train_recipe(const std::string& recipe_path,
                                               std::vector<std::string> folders, const Pool& pool);

}  // namespace attune
