// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "cli/door.h"
#include "cli/verbs.h"
#include "engine/models.h"
#include "engine/theme_files.h"
#include "report/json.h"
#include "report/words.h"

namespace attune {

namespace {

std::string themes_text(const ThemesFound& found, Unit unit) {
  std::uint64_t homeless = 0;
  for (const Assignment& assignment : found.assignments)
    homeless += assignment.theme.empty() ? 1 : 0;
  std::string out = fmt::format("{} themes; {} of {} texts have no home.\n\n", found.themes.size(),
                                count_words(homeless), count_words(found.assignments.size()));
  for (const Theme& theme : found.themes) {
    out += fmt::format("{:>6} {}  {}\n", count_words(theme.people), unit_word(unit, theme.people),
                       for_terminal(theme.name));
    if (!theme.quotes.empty()) {
      out += fmt::format("              “{}” (row {})\n",
                         shortened(for_terminal(theme.quotes[0].text), 90), theme.quotes[0].row);
    }
  }
  return out;
}

}  // namespace

int run_themes(const Arguments& arguments) {
  auto door = open_door(arguments);
  if (!door) return refuse(door.error(), kUsage);
  ThemesOptions options{.seed = door->seed, .show_personal = arguments.has("show-pii")};
  const std::string unit = arguments.value("unit", "clause");
  if (unit != "clause" && unit != "message") {
    return refuse({Fault::bad_input, "--unit takes clause or message, not \"" + unit + "\""},
                  kUsage);
  }
  options.unit = unit == "message" ? ThemeUnit::message : ThemeUnit::clause;
  const auto k = arguments.number("k", 1, 0);
  if (!k) return refuse(k.error(), kUsage);
  if (arguments.has("k")) options.k = *k;

  const auto models = load_models(models_dir(arguments));
  if (!models) return refuse(models.error());
  Progress progress;
  const auto corpus =
      read_corpus(door->files, models->understander,
                  {.listen = door->listen, .progress = std::ref(progress)}, door->pool);
  if (!corpus) return refuse(corpus.error());
  say_intake(corpus->intake);
  options.concepts = &models->concepts;
  const ThemesFound found = find_themes(*corpus, options, door->pool);
  const bool written = put(arguments.has("json") ? themes_json(found.themes, found.assignments)
                                                 : themes_text(found, corpus->unit));
  return written ? kDone
                 : refuse({Fault::io, "standard output was closed before all themes were written"});
}

}  // namespace attune
