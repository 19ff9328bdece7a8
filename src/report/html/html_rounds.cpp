// SPDX-License-Identifier: Apache-2.0
#include "report/html/html_rounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/html/html_sections.h"
#include "report/words.h"

namespace attune {

namespace {

constexpr std::size_t kMostSteady = 12;  // Problems without a clear change that are listed.

bool moved(const TopicChange& change) {
  return has_moved(change.turn);
}

std::string points_words(const TopicChange& change) {
  return fmt::format("{:+.1f} points", change.difference * 100);
}

void change_row(HtmlOut& out, const TopicChange& change) {
  const bool bad = for_the_worse(change.turn);
  const bool good = for_the_better(change.turn);
  out.open("tr").open("th", "scope=\"row\"").foreign(change.name);
  if (!change.name_before.empty() && change.name_before != change.name) {
    out.open("small").text("before: ").foreign(change.name_before).close();
  }
  out.close();
  out.element("td", bad ? "class=\"more\"" : good ? "class=\"less\"" : "", turn_word(change.turn));
  for (const Share* share : {&change.before, &change.now}) {
    if (share->of == 0) {
      out.element("td", "class=\"quiet\"", "hardly any");
      continue;
    }
    out.open("td").text(percent_words(share->value())).text(" ");
    out.element("small", {}, percent_words(share->interval)).close();
  }
  out.open("td").text(points_words(change)).text(" ");
  out.element(
      "small", {},
      fmt::format("{:+.1f} to {:+.1f}", change.interval.low * 100, change.interval.high * 100));
  out.close().close();
}

template <class Wanted>
void table_html(HtmlOut& out, const RoundComparison& comparison, std::string_view caption,
                std::size_t most, const Wanted& wanted) {
  out.open("div", "class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Two rounds\"");
  out.open("table", "class=\"brands\"").element("caption", {}, caption);
  out.open("thead").open("tr");
  for (const std::string_view head : {"Problem", "It is", "Before", "Now", "Change"})
    out.element("th", "scope=\"col\"", head);
  out.close().close().open("tbody");
  std::size_t shown = 0;
  for (const TopicChange& change : comparison.problems) {
    if (wanted(change) && shown++ < most) change_row(out, change);
  }
  out.close().close().close();
}

}  // namespace

void rounds_html(HtmlOut& out, const Explanation& explanation) {
  const RoundComparison& comparison = explanation.compared_with;
  if (!comparison.known) return;
  open_section(out, "rounds", "Since the round before");
  const auto count = std::count_if(comparison.problems.begin(), comparison.problems.end(), moved);
  out.open("p").text("Compared with ").foreign(earlier_words(comparison));
  out.text(fmt::format(" ({} {}). ", count_words(comparison.units),
                       unit_word(comparison.unit, comparison.units)));
  out.text("Reads as negative: " + change_words(comparison.negative) + ".").close();
  if (count > 0) {
    table_html(out, comparison, "What has clearly moved, with 95 % intervals",
               comparison.problems.size(), moved);
  } else {
    out.element("p", {}, "No problem has clearly moved: chance alone could look like this.");
  }
  if (static_cast<std::size_t>(count) < comparison.problems.size()) {
    out.open("details").element("summary", {}, "Problems that have not clearly moved");
    table_html(out, comparison, "Not clearly moved", kMostSteady,
               [](const TopicChange& change) { return !moved(change); });
    out.close();
  }
  out.element("p", "class=\"quiet\"",
              "A problem is counted in each round as that round shows it; one that is gone is "
              "counted by its words. It has moved only where its words, counted alike in both "
              "rounds, say so too. A problem is new where its words were at most half as common "
              "before. The rounds are taken as two separate groups of people; a difference "
              "counts only where it is beyond chance after all problems looked at.");
  out.close().close();
}

}  // namespace attune
