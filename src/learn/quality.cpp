// SPDX-License-Identifier: Apache-2.0
#include "learn/quality.h"

#include <algorithm>

#include "base/files.h"
#include "learn/train_empathy.h"

namespace attune::learn {

namespace {
constexpr std::size_t kMostRecipeBytes = 1U << 20U;
}

Result<RecipeReport> train_recipe(const std::string& recipe_path, std::vector<std::string> folders,
                                  const std::string& models_dir, const Pool& pool) {
  const auto bytes = read_file(recipe_path, kMostRecipeBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto patterns = Patterns::load(models_dir + "/patterns");
  if (!patterns) return tl::unexpected(patterns.error());
  std::string beside = recipe_path.substr(0, recipe_path.size() - file_name(recipe_path).size());
  if (beside.empty()) beside = "./";
  folders.push_back(beside);
  folders.push_back(beside + "sentences");

  RecipeReport report;
  if (is_mechanism_recipe(*bytes)) {
    auto trained = train_mechanisms(*bytes, folders);
    if (!trained) return within(recipe_path, std::move(trained.error()));
    report.model = trained->model;
    report.heads = std::move(*trained);
    return report;
  }
  if (is_span_recipe(*bytes)) {
    auto trained = train_spans(*bytes, folders, *patterns);
    if (!trained) return within(recipe_path, std::move(trained.error()));
    report.model = std::move(trained->model);
    report.spans = std::move(*trained);
    return report;
  }
  const auto recipe = parse_recipe(*bytes);
  if (!recipe) return within(recipe_path, Error(recipe.error()));
  auto trained = train(*recipe, folders, pool, &*patterns);
  if (!trained) return tl::unexpected(std::move(trained.error()));
  report.model = std::move(trained->model);
  report.heads = std::move(*trained);
  return report;
}

std::vector<std::string_view> quality_tasks() {
  const auto whole = evaluation_tasks();
  const auto marked = span_tasks();
  std::vector<std::string_view> all(whole.begin(), whole.end());
  all.insert(all.end(), marked.begin(), marked.end());
  return all;
}

Result<std::vector<Evaluation>> judge(std::string_view task, const std::string& file,
                                      const Understander& understander,
                                      const EvaluationOptions& options) {
  const auto marked = span_tasks();
  if (std::ranges::find(marked, task) != marked.end()) {
    if (!options.by.empty()) {
      return fail(Fault::bad_input,
                  "--by shows groups where whole texts are judged, not spans; \"" +
                      std::string(task) + "\" judges spans");
    }
    return evaluate_spans(task, file, understander, options);
  }
  auto one = evaluate(task, file, understander, options);
  if (!one) return tl::unexpected(std::move(one.error()));
  return std::vector{std::move(*one)};
}

}  // namespace attune::learn
