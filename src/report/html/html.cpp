// SPDX-License-Identifier: Apache-2.0
#include "report/html/html.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/headline.h"
#include "report/html/html_care.h"
#include "report/html/html_cohorts.h"
#include "report/html/html_method.h"
#include "report/html/html_out.h"
#include "report/html/html_rounds.h"
#include "report/html/html_sections.h"
#include "report/html/html_topic.h"
#include "report/html/page_style.h"
#include "report/svg.h"
#include "report/words.h"

namespace attune {

namespace {

constexpr std::size_t kKeyEvidence = 120'000;   // Bytes of sentences of one key problem.
constexpr std::size_t kRestEvidence = 600'000;  // Of all other topics together.

constexpr std::size_t kLongTitle = 70;  // Bytes; above, it is set smaller.

void head_html(HtmlOut& out, const Explanation& explanation) {
  out.open("head");
  out.markup("<meta charset=\"utf-8\">\n");
  out.markup(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n");
  out.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  out.markup("<meta name=\"color-scheme\" content=\"light dark\">\n");
  out.markup("<meta name=\"referrer\" content=\"no-referrer\">\n");
  out.markup("<meta name=\"robots\" content=\"noindex\">\n");
  out.element("title", {}, headline(explanation) + " – attune");
  out.open("style").markup(page_style()).close();
  out.close().markup("\n");
}

/// Everything that the page's parts share.
class Page {
 public:
  explicit Page(const Explanation& explanation)
      : explanation_(explanation), key_(shown_in_full(explanation)) {
    const auto widest = [&](const std::vector<Topic>& topics) {
      for (const Topic& topic : topics) scale_ = std::max(scale_, topic.reach.interval.high);
    };
    widest(explanation.problems);
    widest(explanation.needs);
    widest(explanation.praise);
    scale_ = round_scale(scale_);
    const std::size_t others = explanation.problems.size() + explanation.needs.size() +
                               explanation.praise.size() - key_ +
                               (explanation.no_topic.evidence.empty() ? 0 : 1);
    rest_evidence_ = kRestEvidence / std::max<std::size_t>(others, 1);
  }

  void write(HtmlOut& out) const {
    out.markup("<a class=\"skip\" href=\"#answer\">Skip to the answer</a>\n");
    out.open("main", "id=\"answer\" tabindex=\"-1\"");
    answer(out);
    for (std::size_t i = 0; i < key_; ++i) {
      out.markup("\n");
      key_problem_html(out, explanation_.problems[i], place(i, "problem", true));
    }
    care_html(out, explanation_);
    rounds_html(out, explanation_);
    rows(out, {"others", key_ > 0 ? "Other problems" : "Problems named"}, explanation_.problems);
    no_topic_html(out, explanation_, rest_evidence_);
    rows(out, {"needs", "What they ask for"}, explanation_.needs);
    rows(out, {"praise", "What to protect"}, explanation_.praise);
    cohorts_html(out, explanation_);
    feelings_section_html(out, explanation_);
    questions_html(out, explanation_);
    method_html(out, explanation_);
    out.close().markup("\n");
    out.open("footer").text(
        "Made by attune on your own machine. Quotes are customers’ words: share "
        "this page as you would share their messages.");
    out.close();
  }

 private:
  struct Names {
    std::string_view id;
    std::string_view heading;
  };

  [[nodiscard]] TopicPlace place(std::size_t index, std::string_view kind, bool key) const {
    return {.id = fmt::format("{}-{}", kind, index + 1),
            .unit = explanation_.unit,
            .scale = scale_,
            .evidence = key ? kKeyEvidence : rest_evidence_,
            .ranked = kind == "problem",
            .ratings = explanation_.rating_scale,
            .stretch = explanation_.stretch};
  }

  void answer(HtmlOut& out) const {
    out.open("header", "class=\"answer\"");
    out.element("p", "class=\"brand\"", "attune");
    const std::string title = headline(explanation_);
    out.element("h1", title.size() > kLongTitle ? "class=\"long\"" : "", title);
    if (key_ > 0) {
      out.open("ol", "class=\"key\"");
      for (std::size_t i = 0; i < key_; ++i) key_line(out, i);
      out.close();
    }
    for (const std::string& tie : tie_words(explanation_)) out.element("p", "class=\"tie\"", tie);
    out.element("p", "class=\"read\"", read_words(explanation_));
    care_line(out);
    contents(out);
    out.close();
  }

  void key_line(HtmlOut& out, std::size_t index) const {
    const Topic& topic = explanation_.problems[index];
    out.open("li").element("span", "class=\"rank\" aria-hidden=\"true\"",
                           fmt::format("{}", topic.rank));
    out.open("a", fmt::format("href=\"#problem-{}\"", index + 1)).foreign(topic.name).close();
    out.text(" ").open("span", "class=\"share\"");
    share_html(out, topic.reach, explanation_.unit);
    out.close().close();
  }

  void care_line(HtmlOut& out) const {
    const std::size_t count = explanation_.care.size();
    if (count == 0) return;
    out.open("p", "class=\"gentle\"").text(care_words(explanation_));
    out.text(": ").element("a", "href=\"#care\"", "please read these first").text(".").close();
  }

  void contents(HtmlOut& out) const {
    const Explanation& e = explanation_;
    const bool feelings = e.feelings.negative.of > 0 || e.feelings.points.size() > 1;
    out.open("nav", "aria-label=\"On this page\"").open("ul");
    const auto entry = [&](bool there, std::string_view id, std::string_view name) {
      if (!there) return;
      out.open("li").element("a", fmt::format("href=\"#{}\"", id), name).close();
    };
    entry(e.compared_with.known, "rounds", "Since the round before");
    entry(e.problems.size() > key_, "others", key_ > 0 ? "Other problems" : "Problems named");
    entry(e.no_topic.reach.count > 0, "no-topic", "Complaints without a topic");
    entry(!e.needs.empty(), "needs", "What they ask for");
    entry(!e.praise.empty(), "praise", "What to protect");
    entry(!e.brands.empty() || !e.cohorts.groups.empty(), "brands", "Side by side");
    entry(feelings, "feelings", "How it all feels");
    entry(!e.questions_to_ask.empty(), "questions", "What to ask next");
    entry(true, "method", "How this was made");
    out.close().close();
  }

  void rows(HtmlOut& out, const Names& names, const std::vector<Topic>& topics) const {
    const bool problems = names.id == "others";
    const std::size_t from = problems ? key_ : 0;
    if (topics.size() <= from) return;
    out.markup("\n");
    open_section(out, names.id, names.heading);
    out.open("ol", "class=\"rows\"");
    const std::string_view kind = problems ? "problem" : names.id == "needs" ? "need" : "praised";
    for (std::size_t i = from; i < topics.size(); ++i) {
      topic_row_html(out, topics[i], place(i, kind, false));
    }
    out.close().close().close();
  }

  const Explanation& explanation_;
  std::size_t key_;
  double scale_ = 0;
  std::size_t rest_evidence_ = 0;
};

}  // namespace

std::string explanation_html(const Explanation& explanation) {
  HtmlOut out;
  out.markup("<!doctype html>\n").open("html", "lang=\"en\"");
  head_html(out, explanation);
  out.open("body");
  Page(explanation).write(out);
  out.close().close().markup("\n");
  return out.take();
}

}  // namespace attune
