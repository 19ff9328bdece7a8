// SPDX-License-Identifier: Apache-2.0
#include "report/html/html_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/html/html_evidence.h"
#include "report/html/html_feelings.h"
#include "report/html/html_topic.h"
#include "report/svg.h"
#include "report/words.h"

namespace attune {

namespace {

void sentiment_html(HtmlOut& out, const Explanation& explanation) {
  const Feelings& feelings = explanation.feelings;
  if (feelings.negative.of == 0) return;
  const std::array<std::pair<std::string_view, const Share*>, 3> rows = {
      {{"negative", &feelings.negative},
       {"neutral", &feelings.neutral},
       {"positive", &feelings.positive}}};
  out.open("table", "class=\"bars\"");
  out.element("caption", {},
              unit_title(explanation.unit) + " by how their words read on the whole");
  out.open("tbody");
  for (const auto& [name, share] : rows) {
    out.open("tr").element("th", "scope=\"row\"", name).open("td");
    bar_svg(out, share->value());
    out.close().open("td", "class=\"n\"").text(percent_words(share->value())).text(" ");
    out.element("small", {}, percent_words(share->interval)).close().close();
  }
  out.close().close();
}

void lines_table(HtmlOut& out, const Feelings& feelings) {
  out.open("details", "class=\"twin\"").element("summary", {}, "These lines as a table");
  out.open("div",
           "class=\"scroll\" role=\"region\" tabindex=\"0\" "
           "aria-label=\"Feelings over time, as a table\"");
  out.open("table", "class=\"figures\"").element("caption", {}, "Feelings over time");
  out.open("thead").open("tr").element("th", "scope=\"col\"", "From");
  out.element("th", "scope=\"col\"", "Messages");
  for (std::size_t f = 0; f < kFeelingCount; ++f)
    out.element("th", "scope=\"col\"", feeling_word(f));
  out.close().close().open("tbody");
  for (const FeelingPoint& point : feelings.points) {
    out.open("tr").element("th", "scope=\"row\"", day_words(point.from));
    out.element("td", {}, count_words(point.messages));
    for (const double share : point.groups)
      out.element("td", {}, point.messages > 0 ? percent_words(share) : "–");
    out.close();
  }
  out.close().close().close().close();
}

void over_time_html(HtmlOut& out, const Feelings& feelings, Stretch stretch) {
  if (feelings.points.size() < 2) return;
  std::vector<std::string> names;
  for (std::size_t f = 0; f < kFeelingCount; ++f) names.emplace_back(feeling_word(f));
  std::vector<std::string> starts;
  starts.reserve(feelings.points.size());
  for (const FeelingPoint& point : feelings.points) starts.push_back(point.from);
  const std::string what = fmt::format("Share of each {}’s messages that read as {}",
                                       stretch_word(stretch, starts), list_words(names));
  out.element("h3", {}, "Over time").open("figure", "class=\"wide\"");
  feelings_svg(out,
               {.id = "feelings-lines",
                .title = "Feelings over time",
                .description = what + ". The figures stand in the table below."},
               feelings);
  out.element("figcaption", "class=\"quiet\"", what + ".").close();
  lines_table(out, feelings);
}

}  // namespace

std::string unit_title(Unit unit) {
  return unit == Unit::people ? "People" : "Messages";
}

void open_section(HtmlOut& out, std::string_view id, std::string_view heading) {
  out.open("section", fmt::format("class=\"part\" id=\"{}\" aria-labelledby=\"{}-h\"", id, id));
  out.element("h2", fmt::format("id=\"{}-h\"", id), heading).open("div", "class=\"body\"");
}

void feelings_section_html(HtmlOut& out, const Explanation& explanation) {
  const Feelings& feelings = explanation.feelings;
  if (feelings.negative.of == 0 && feelings.points.size() < 2) return;
  open_section(out, "feelings", "How it all feels");
  out.open("div", "class=\"pair\"");
  sentiment_html(out, explanation);
  out.open("div");
  if (feelings.groups.front().messages > 0)
    groups_html(out, feelings.groups, "Share of all messages that read as …", FeelingsOf::all);
  out.close().close();
  over_time_html(out, feelings, explanation.stretch);
  out.close().close();
}

void no_topic_html(HtmlOut& out, const Explanation& explanation, std::size_t bytes) {
  if (explanation.no_topic.reach.count == 0) return;
  open_section(out, "no-topic", "Complaints that share no topic");
  out.element("p", "class=\"quiet\"", no_topic_words(explanation) + ".");
  Topic shown;
  shown.reach = explanation.no_topic.reach;
  shown.evidence = explanation.no_topic.evidence;
  evidence_html(out, shown, explanation.unit, bytes);
  out.close().close();
}

void questions_html(HtmlOut& out, const Explanation& explanation) {
  if (explanation.questions_to_ask.empty()) return;
  open_section(out, "questions", "What to ask next");
  out.element("p", "class=\"quiet\"", "The messages do not answer these. Customers can.");
  out.open("ol", "class=\"questions\"");
  for (const OpenQuestion& question : explanation.questions_to_ask) {
    out.element("li", "dir=\"auto\"", question_words(question));
  }
  out.close().close().close();
}

}  // namespace attune
