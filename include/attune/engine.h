// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one door to attune's inside: command line, server and Python include this, and ask in values.
// Each verb is a request and an answer; how an answer is shown is in attune/render.h, and outgoing
// copy is checked by attune/linter.h.
//
//   const auto engine = Engine::load("share/attune/models", 4);
//   const auto answer = engine->explain({.input = {.files = {"reviews.csv"}}});
//   std::puts(render(answer->explanation, Form::terminal).c_str());

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/evaluation.h"
#include "attune/explain.h"
#include "attune/input.h"
#include "attune/intake.h"
#include "attune/preview.h"
#include "attune/result.h"
#include "attune/themes.h"
#include "attune/training.h"

namespace attune {

/// Everything that is loaded before the first message: const, shared by all threads. The same bytes
/// in give the same answer at any number of threads.
class Engine {
 public:
  /// Reads all models below `models_dir`. Refuses what is absent or damaged. `threads` ≥ 1; 0 asks
  /// the machine.
  [[nodiscard]] static Result<Engine> load(const std::string& models_dir, std::size_t threads);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// Every message's reading, as JSON Lines in input order. `sink` gets several at a time, until it
  /// answers false: then no more is read. Memory does not grow with the files.
  [[nodiscard]] Result<Intake> understand(
      const Input& input, const std::function<bool(std::string_view lines)>& sink) const;

  /// From feedback files to the one or two problems worth solving.
  [[nodiscard]] Result<ExplainAnswer> explain(const ExplainRequest& request) const;

  /// What many people say, without being told the topics.
  [[nodiscard]] Result<ThemesAnswer> themes(const ThemesRequest& request) const;

  /// One figure a measure of the task. Refuses a task that is not one of quality_tasks(), a file
  /// that cannot be read, and one without a fitting record.
  [[nodiscard]] Result<std::vector<Evaluation>> judge(std::string_view task,
                                                      const std::string& file,
                                                      const EvaluationOptions& options) const;
  /// One entry an axis and head, in the order of the file and of the heads.
  [[nodiscard]] Result<std::vector<SwapShift>> judge_swaps(const std::string& file) const;
  /// Themes are found and named from four fifths of the texts, and tried on the rest.
  [[nodiscard]] Result<NameQuality> judge_names(std::span<const std::string> files,
                                                std::uint64_t seed) const;

 private:
  struct Parts;
  explicit Engine(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

/// The tasks that Engine::judge knows.
[[nodiscard]] std::vector<std::string_view> judged_tasks();

/// The first records of each file as they would be read. Writes nothing.
[[nodiscard]] Result<Preview> look_at(const Input& input);

/// A mapping as it is given: pairs ("text=body,time=created_at"), or the path of a file of them.
[[nodiscard]] Result<Mapping> mapping_of(const std::string& given);
/// The same back, as a file of pairs.
[[nodiscard]] std::string mapping_file(const Mapping& mapping);

/// Where the rejects of `file` go unless it is said otherwise, and whether they lie there already:
/// whoever writes them may replace those, and nothing else.
[[nodiscard]] std::string rejects_beside(const std::string& file);
[[nodiscard]] bool is_rejects_file(const std::string& path);

/// Trains what the recipe says. Its files are looked for in `folders`, then beside the recipe and
/// in its folder `sentences`; patterns come from `models_dir`. The same bytes each time.
[[nodiscard]] Result<RecipeReport> train(const std::string& recipe_path,
                                         std::vector<std::string> folders,
                                         const std::string& models_dir, std::size_t threads);

}  // namespace attune
