// SPDX-License-Identifier: Apache-2.0
#include "engine/quality.h"

#include "base/files.h"
#include "understand/mechanisms_train.h"

namespace attune {

namespace {
constexpr std::size_t kMostRecipeBytes = 1U << 20U;
}

Result<TrainReport> train_recipe(const std::string& recipe_path, std::vector<std::string> folders,
                                 const Pool& pool) {
  auto bytes = read_file(recipe_path, kMostRecipeBytes);
  if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
  std::string beside = recipe_path.substr(0, recipe_path.size() - file_name(recipe_path).size());
  if (beside.empty()) beside = "./";
  folders.push_back(beside);
  folders.push_back(beside + "sentences");
  if (is_mechanism_recipe(*bytes)) return train_mechanisms(*bytes, folders);
  auto recipe = parse_recipe(*bytes);
  if (!recipe) return within(recipe_path, std::move(recipe.error()));
  return train(*recipe, folders, pool);
}

}  // namespace attune
