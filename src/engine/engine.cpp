// SPDX-License-Identifier: Apache-2.0
#include "attune/engine.h"

#include <optional>
#include <utility>

#include "base/pool.h"
#include "engine/explain.h"
#include "engine/models.h"
#include "engine/name_quality.h"
#include "engine/read_corpus.h"
#include "engine/rows_csv.h"
#include "engine/theme_edits.h"
#include "engine/theme_files.h"
#include "engine/understand_files.h"
#include "learn/quality.h"
#include "listen/listen.h"
#include "report/json/read_memory.h"
#include "report/json/read_round.h"

namespace attune {

struct Engine::Parts {
  Models models;
  Pool pool;
};

namespace {

ListenOptions listening(const Input& input) {
  return {.mapping = input.mapping, .rejects_path = input.rejects_path};
}

ExplainOptions options_of(const ExplainRequest& request) {
  ExplainOptions options{.corpus = {.listen = listening(request.input)}};
  options.corpus.listen.read_again = request.rows;
  options.corpus.where = request.where;
  options.corpus.since = request.since;
  options.corpus.by = request.by;
  options.corpus.progress = request.progress;
  options.seed = request.seed;
  options.top = request.top;
  options.show_personal = request.show_personal;
  return options;
}

/// What lies in the files that a request for themes names.
struct Given {
  std::optional<ThemeMemory> previous;
  std::optional<ThemeEdits> edits;
  std::string refused;  ///< Why the edits cannot be read.
};

Result<Given> given_in(const ThemesRequest& request) {
  Given given;
  if (!request.previous.empty()) {
    auto memory = load_theme_memory(request.previous);
    if (!memory) return tl::unexpected<Error>(std::move(memory.error()));
    given.previous = std::move(*memory);
  }
  if (!request.edits.empty()) {
    auto edits = load_theme_edits(request.edits);
    if (edits) {
      given.edits = std::move(*edits);
    } else {
      given.refused = edits.error().message;
    }
  }
  const std::string_view unit = unit_name(request.unit);
  if (given.refused.empty() && given.previous && given.previous->unit != unit) {
    return fail(Fault::bad_input, request.previous + " themed each " + given.previous->unit +
                                      ": use --unit " + given.previous->unit);
  }
  return given;
}

ThemesOptions options_of(const ThemesRequest& request, const Given& given, const Models& models) {
  return {.unit = request.unit,
          .k = request.k,
          .seed = request.seed,
          .show_personal = request.show_personal,
          .concepts = &models.concepts,
          .previous = given.previous ? &*given.previous : nullptr,
          .edits = given.edits ? &*given.edits : nullptr};
}

}  // namespace

Engine::Engine(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::load(const std::string& models_dir, std::size_t threads) {
  auto models = load_models(models_dir);
  if (!models) return tl::unexpected<Error>(std::move(models.error()));
  return Engine(std::make_unique<const Parts>(Parts{std::move(*models), Pool(threads)}));
}

Result<Intake> Engine::understand(const Input& input,
                                  const std::function<bool(std::string_view)>& sink) const {
  return understand_files(input.files, parts_->models.understander, listening(input), parts_->pool,
                          sink);
}

Result<ExplainAnswer> Engine::explain(const ExplainRequest& request) const {
  ExplainOptions options = options_of(request);
  std::optional<EarlierRound> before;
  if (!request.compare_with.empty()) {
    auto read = read_round(request.compare_with);
    if (!read) return tl::unexpected<Error>(std::move(read.error()));
    before = std::move(*read);
    options.before = &*before;
  }
  options.corpus.struggles = &parts_->models.struggles;
  auto corpus =
      read_corpus(request.input.files, parts_->models.understander, options.corpus, parts_->pool);
  if (!corpus) return tl::unexpected<Error>(std::move(corpus.error()));
  ExplainAnswer answer{.missing = corpus->missing};
  if (answer.missing.empty()) {
    Explained explained = attune::explain(*corpus, parts_->models, options, parts_->pool);
    if (request.rows) {
      auto rows = rows_csv(*corpus, explained, options.corpus);
      if (!rows) return tl::unexpected<Error>(std::move(rows.error()));
      answer.rows = std::move(*rows);
    }
    answer.explanation = std::move(explained.explanation);
  }
  answer.intake = std::move(corpus->intake);
  return answer;
}

Result<ThemesAnswer> Engine::themes(const ThemesRequest& request) const {
  auto given = given_in(request);
  if (!given) return tl::unexpected<Error>(std::move(given.error()));
  ThemesAnswer answer{.refused = std::move(given->refused)};
  if (!answer.refused.empty()) return answer;
  auto corpus = read_corpus(
      request.input.files, parts_->models.understander,
      {.listen = listening(request.input), .reach = Reach::language, .progress = request.progress},
      parts_->pool);
  if (!corpus) return tl::unexpected<Error>(std::move(corpus.error()));
  auto found = find_themes(*corpus, options_of(request, *given, parts_->models), parts_->pool);
  answer.intake = std::move(corpus->intake);
  if (!found) {
    answer.refused = within(request.edits, std::move(found.error())).value().message;
    return answer;
  }
  answer.unit = corpus->unit;
  answer.themes = std::move(found->themes);
  answer.assignments = std::move(found->assignments);
  answer.events = std::move(found->events);
  answer.memory = std::move(found->memory);
  if (given->previous) answer.previous = std::move(*given->previous);
  return answer;
}

Result<std::vector<Evaluation>> Engine::judge(std::string_view task, const std::string& file,
                                              const EvaluationOptions& options) const {
  return learn::judge(task, file, parts_->models.understander, options);
}

Result<std::vector<SwapShift>> Engine::judge_swaps(const std::string& file) const {
  return learn::evaluate_swaps(file, parts_->models.understander);
}

Result<NameQuality> Engine::judge_names(std::span<const std::string> files,
                                        std::uint64_t seed) const {
  const auto corpus =
      read_corpus(files, parts_->models.understander, {.reach = Reach::language}, parts_->pool);
  if (!corpus) return tl::unexpected<Error>(corpus.error());
  return attune::judge_names(*corpus, {.seed = seed, .concepts = &parts_->models.concepts},
                             parts_->pool);
}

std::vector<std::string_view> judged_tasks() {
  return learn::quality_tasks();
}

Result<Preview> look_at(const Input& input) {
  return preview(input.files, listening(input));
}

Result<Mapping> mapping_of(const std::string& given) {
  return given.find('=') == std::string::npos ? load_mapping(given) : parse_mapping(given);
}

std::string mapping_file(const Mapping& mapping) {
  return write_mapping(mapping, '\n');
}

std::string rejects_beside(const std::string& file) {
  return rejects_path_of(file);
}

bool is_rejects_file(const std::string& path) {
  return holds_rejects(path);
}

Result<RecipeReport> train(const std::string& recipe_path, std::vector<std::string> folders,
                           const std::string& models_dir, std::size_t threads) {
  return learn::train_recipe(recipe_path, std::move(folders), models_dir, Pool(threads));
}

}  // namespace attune
