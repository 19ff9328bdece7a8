// SPDX-License-Identifier: Apache-2.0
#include "report/html/html_cohorts.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/html/html_sections.h"
#include "report/words.h"

namespace attune {

namespace {

/// A share with its interval, marked where it differs from the other groups.
void cell_html(HtmlOut& out, const CohortCell& cell) {
  if (cell.hidden) {
    out.element("td", "class=\"quiet\"", kNotShown);
    return;
  }
  if (cell.share.of == 0) {
    out.element("td", {}, "–");
    return;
  }
  const bool differs = cell.direction != Direction::open;
  const bool more = cell.direction == Direction::higher;
  out.open("td", !differs ? "" : more ? "class=\"more\"" : "class=\"less\"");
  out.text(percent_words(cell.share.value()));
  if (differs) {
    out.text(" ").element("span", "aria-hidden=\"true\"", more ? "▲" : "▼");
    out.element("span", "class=\"unseen\"", more ? " more than elsewhere" : " less than elsewhere");
  }
  out.text(" ").element("small", {}, percent_words(cell.share.interval)).close();
}

void group_row(HtmlOut& out, const Cohort& group) {
  out.open("tr").open("th", "scope=\"row\"").foreign(group.name);
  if (group.pooled) out.text(" ").element("small", {}, "taken together");
  out.close();
  out.element("td", {}, group.hidden ? std::string(kTooFewToShow) : count_words(group.units));
  cell_html(out, group.negative);
  for (const auto& [name, cell] : group.problems) cell_html(out, cell);
  out.close();
}

/// A problem's name, as a link to its place on the page if it has one.
void problem_link(HtmlOut& out, const Explanation& explanation, std::string_view name) {
  for (std::size_t i = 0; i < explanation.problems.size(); ++i) {
    if (explanation.problems[i].name != name) continue;
    out.open("a", fmt::format("href=\"#problem-{}\"", i + 1)).foreign(name).close();
    return;
  }
  out.foreign(name);
}

bool any_hidden(const std::vector<Cohort>& groups) {
  return std::any_of(groups.begin(), groups.end(), [](const Cohort& group) {
    return group.hidden || group.negative.hidden ||
           std::any_of(group.problems.begin(), group.problems.end(),
                       [](const auto& problem) { return problem.second.hidden; });
  });
}

void table_html(HtmlOut& out, const Explanation& explanation, std::string_view by,
                const std::vector<Cohort>& groups) {
  out.open("div", "class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Side by side\"");
  out.open("table", "class=\"brands\"");
  out.open("caption").text("By ").foreign(by).close();
  out.open("thead").open("tr").open("th", "scope=\"col\"").foreign(by).close();
  out.element("th", "scope=\"col\"", unit_title(explanation.unit));
  out.element("th", "scope=\"col\"", "Reads as negative");
  for (const auto& [name, cell] : groups.front().problems) {
    out.open("th", "scope=\"col\"");
    problem_link(out, explanation, name);
    out.close();
  }
  out.close().close().open("tbody");
  for (const Cohort& group : groups) group_row(out, group);
  out.close().close().close();
}

}  // namespace

void cohorts_html(HtmlOut& out, const Explanation& explanation) {
  const bool by = !explanation.cohorts.groups.empty();
  if (explanation.brands.empty() && !by) return;
  open_section(out, "brands", "Side by side");
  out.element("p", "class=\"quiet\"",
              fmt::format("Each group’s {} and the share that speak of each problem, with 95 % "
                          "intervals. ▲ and ▼: more or less than in all other groups together, "
                          "beyond chance. Take the others as alike.",
                          unit_word(explanation.unit, 2)));
  if (by) table_html(out, explanation, explanation.cohorts.by, explanation.cohorts.groups);
  const bool again = by && explanation.cohorts.by == "brand";
  if (!explanation.brands.empty() && !again)
    table_html(out, explanation, "brand", explanation.brands);
  if (any_hidden(explanation.brands) || any_hidden(explanation.cohorts.groups))
    out.element("p", "class=\"quiet\"", why_not_shown(explanation.unit));
  out.close().close();
}

}  // namespace attune
