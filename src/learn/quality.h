// SPDX-License-Identifier: Apache-2.0
#pragma once

// Training a model from a recipe file, and judging the readings against labels: what `attune train`
// and `attune eval` do.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "attune/training.h"
#include "learn/evaluate.h"
#include "learn/evaluate_spans.h"
#include "learn/evaluate_swaps.h"
#include "learn/span_recipe.h"
#include "learn/trainer.h"

namespace attune::learn {

/// Reads the recipe and trains. Its files are looked for in `folders`, then beside the recipe, then
/// in `sentences/` beside the recipe. Patterns, which some heads hear, come from `models_dir`.
[[nodiscard]] Result<RecipeReport> train_recipe(const std::string& recipe_path,
                                                std::vector<std::string> folders,
                                                const std::string& models_dir, const Pool& pool);

/// All tasks that judge() knows, of both kinds.
[[nodiscard]] std::vector<std::string_view> quality_tasks();

/// One Evaluation a measure of the task. Refuses an unknown task, a file that cannot be read, and
/// one without a fitting record.
[[nodiscard]] Result<std::vector<Evaluation>> judge(std::string_view task, const std::string& file,
                                                    const Understander& understander,
                                                    const EvaluationOptions& options);

}  // namespace attune::learn
