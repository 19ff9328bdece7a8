// SPDX-License-Identifier: Apache-2.0
#include "attune/render.h"

#include <fmt/format.h>

#include "report/html/html.h"
#include "report/json/json.h"
#include "report/markdown.h"
#include "report/preview.h"
#include "report/terminal.h"
#include "report/theme_tree.h"
#include "report/words.h"
#include "text/harmless.h"

namespace attune {

std::string render(const Explanation& explanation, Form form) {
  switch (form) {
    case Form::markdown:
      return explanation_markdown(explanation);
    case Form::html:
      return explanation_html(explanation);
    case Form::json:
      return explanation_json(explanation);
    default:
      return explanation_terminal(explanation, {.colour = form == Form::coloured});
  }
}

std::string render(const ThemesAnswer& answer, Form form) {
  return form == Form::json ? themes_json(answer.themes, answer.assignments, answer.events,
                                          &answer.memory, left_out_words(answer.intake))
                            : theme_tree(answer);
}

std::string render(const Preview& preview) {
  return preview_text(preview);
}

std::vector<std::string> intake_lines(const Intake& intake) {
  std::vector<std::string> lines;
  for (const std::string& warning : intake.warnings) lines.push_back(for_terminal(warning));
  if (intake.rejected > 0 && !intake.rejects_files.empty()) {
    lines.push_back(
        fmt::format("{} of {} records could not be read; they are in {}, with the reasons",
                    count_words(intake.rejected), count_words(intake.read),
                    for_terminal(list_words(intake.rejects_files))));
  }
  return lines;
}

std::string progress_words(std::uint64_t read) {
  return count_words(read) + " records read";
}

std::string one_line(std::string_view text) {
  return for_terminal(text);
}

}  // namespace attune
