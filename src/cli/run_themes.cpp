// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "cli/door.h"
#include "cli/verbs.h"
#include "engine/models.h"
#include "engine/theme_edits.h"
#include "engine/theme_files.h"
#include "report/json/json.h"
#include "report/json/read_memory.h"
#include "report/words.h"

namespace attune {

namespace {

void show_theme(std::string& out, const Theme& theme, Unit unit, std::string_view indent) {
  out += fmt::format("{}{:>6} {}  {}\n", indent, count_words(theme.people),
                     unit_word(unit, theme.people), for_terminal(theme.name));
  if (theme.quotes.empty() || theme.is_parent) return;
  out += fmt::format("{}         “{}” (row {})\n", indent,
                     shortened(for_terminal(theme.quotes[0].text), 90), theme.quotes[0].row);
}

std::string events_text(std::span<const ThemeEvent> events,
                        const std::map<std::string, std::string>& names) {
  std::string out = events.empty() ? "" : "\nSince the round before:\n";
  for (const ThemeEvent& event : events) {
    std::string from;
    for (const std::string& id : event.from) {
      const auto name = names.find(id);
      if (name != names.end()) from += (from.empty() ? "" : ", ") + name->second;
    }
    out += fmt::format("  {}: {}{} ({})\n", event.kind, for_terminal(event.name),
                       from.empty() ? "" : " – from " + for_terminal(from), event.why);
  }
  return out;
}

/// The tree: each parent with its themes, most people first; then themes without a parent.
std::string themes_text(const ThemesFound& found, Unit unit, const ThemeMemory* previous) {
  std::uint64_t homeless = 0;
  for (const Assignment& assignment : found.assignments)
    homeless += assignment.theme.empty() ? 1 : 0;
  const auto leaves = std::count_if(found.themes.begin(), found.themes.end(),
                                    [](const Theme& theme) { return !theme.is_parent; });
  std::string out = fmt::format("{} themes; {} of {} texts have no home.\n", leaves,
                                count_words(homeless), count_words(found.assignments.size()));
  for (const Theme& parent : found.themes) {
    if (!parent.is_parent) continue;
    out += "\n";
    show_theme(out, parent, unit, "");
    for (const Theme& theme : found.themes) {
      if (!theme.is_parent && theme.parent == parent.id) show_theme(out, theme, unit, "   ");
    }
  }
  out += "\n";
  for (const Theme& theme : found.themes) {
    if (!theme.is_parent && theme.parent.empty()) show_theme(out, theme, unit, "");
  }
  std::map<std::string, std::string> names;
  for (const Theme& theme : found.themes) names[theme.id] = theme.name;
  if (previous != nullptr) {
    for (const RememberedTheme& theme : previous->themes) names.emplace(theme.id, theme.name);
  }
  return out + events_text(found.events, names);
}

/// What lies in the files that the flags name; kept while themes are found.
struct Given {
  std::optional<ThemeMemory> previous;
  std::optional<ThemeEdits> edits;
};

/// `status` is that of a refusal.
int load_given(const Arguments& arguments, Given& given) {
  if (arguments.has("previous")) {
    auto memory = load_theme_memory(arguments.value("previous"));
    if (!memory) return refuse(memory.error());
    given.previous = std::move(*memory);
  }
  if (arguments.has("edit")) {
    auto edits = load_theme_edits(arguments.value("edit"));
    if (!edits) return refuse(edits.error(), kUsage);
    given.edits = std::move(*edits);
  }
  return kDone;
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

  Given given;
  if (const int status = load_given(arguments, given); status != kDone) return status;
  if (given.previous && given.previous->unit != unit) {
    return refuse({Fault::bad_input, arguments.value("previous") + " themed each " +
                                         given.previous->unit + ": use --unit " +
                                         given.previous->unit});
  }
  if (given.previous) options.previous = &*given.previous;
  if (given.edits) options.edits = &*given.edits;

  const auto models = load_models(models_dir(arguments));
  if (!models) return refuse(models.error());
  Progress progress;
  const auto corpus = read_corpus(
      door->files, models->understander,
      {.listen = door->listen, .reach = Reach::language, .progress = std::ref(progress)},
      door->pool);
  if (!corpus) return refuse(corpus.error());
  say_intake(corpus->intake);
  options.concepts = &models->concepts;
  const auto found = find_themes(*corpus, options, door->pool);
  if (!found) return refuse(within(arguments.value("edit"), found.error()).value(), kUsage);
  put(arguments.has("json")
          ? themes_json(found->themes, found->assignments, found->events, &found->memory)
          : themes_text(*found, corpus->unit, options.previous));
  return kDone;
}

}  // namespace attune
