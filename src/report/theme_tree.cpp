// SPDX-License-Identifier: Apache-2.0
#include "report/theme_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "report/words.h"
#include "text/harmless.h"

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

}  // namespace

std::vector<std::string> left_out_words(const Intake& intake) {
  std::vector<std::string> sentences;
  for (const Assumption& assumption : intake.assumed) {
    if (assumption.what.starts_with("left_out")) sentences.push_back(assumption.said);
  }
  return sentences;
}

std::string theme_tree(const ThemesAnswer& answer) {
  std::uint64_t homeless = 0;
  for (const Assignment& assignment : answer.assignments)
    homeless += assignment.theme.empty() ? 1 : 0;
  const auto leaves = std::count_if(answer.themes.begin(), answer.themes.end(),
                                    [](const Theme& theme) { return !theme.is_parent; });
  std::string out = fmt::format("{} themes; {} of {} texts have no home.\n", leaves,
                                count_words(homeless), count_words(answer.assignments.size()));
  for (const std::string& said : left_out_words(answer.intake))
    out += "Assumed: " + for_terminal(said) + ".\n";
  for (const Theme& parent : answer.themes) {
    if (!parent.is_parent) continue;
    out += "\n";
    show_theme(out, parent, answer.unit, "");
    for (const Theme& theme : answer.themes) {
      if (!theme.is_parent && theme.parent == parent.id) show_theme(out, theme, answer.unit, "   ");
    }
  }
  out += "\n";
  for (const Theme& theme : answer.themes) {
    if (!theme.is_parent && theme.parent.empty()) show_theme(out, theme, answer.unit, "");
  }
  std::map<std::string, std::string> names;
  for (const Theme& theme : answer.themes) names[theme.id] = theme.name;
  for (const RememberedTheme& theme : answer.previous.themes) names.emplace(theme.id, theme.name);
  return out + events_text(answer.events, names);
}

}  // namespace attune
