// SPDX-License-Identifier: Apache-2.0
#include "report/html/html.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include "report/headline.h"
#include "report/html/html_evidence.h"
#include "report/html/html_out.h"
#include "report/html/html_topic.h"
#include "report/html/page_style.h"
#include "report/report_testing.h"
#include "report/svg.h"
#include "report/words.h"
#include "text/utf8.h"

namespace attune {
namespace {

constexpr std::string_view kHostile =
    "<script>alert(1)</script>\" onload='x' & \x1b[31m \xE2\x80\xAE </title></style><!-- \x9B";

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The page without its style sheet.
std::string body_of(const std::string& page) {
  return page.substr(page.find("</style>"));
}

/// What a reader sees: markup becomes a blank.
std::string seen(const std::string& page) {
  return std::regex_replace(body_of(page), std::regex("<[^>]*>"), " ");
}

/// All values of an attribute, in order.
std::vector<std::string> values(const std::string& page, const std::string& attribute) {
  std::vector<std::string> out;
  const std::regex pattern(" " + attribute + "=\"([^\"]*)\"");
  for (std::sregex_iterator at(page.begin(), page.end(), pattern), end; at != end; ++at)
    out.push_back((*at)[1]);
  return out;
}

/// The whole element that begins at `at` (its tags may nest).
std::string element_at(const std::string& page, std::size_t at) {
  const std::string tag = page.substr(at + 1, page.find_first_of(" >", at) - at - 1);
  std::size_t depth = 0;
  for (std::size_t i = at; i < page.size(); ++i) {
    if (page.compare(i, tag.size() + 1, "<" + tag) == 0 &&
        has(" >", page.substr(i + tag.size() + 1, 1)))
      ++depth;
    if (page.compare(i, tag.size() + 3, "</" + tag + ">") == 0 && --depth == 0)
      return page.substr(at, i - at);
  }
  return {};
}

/// What is wrong with the nesting of tags, or "".
std::string nesting_fault(const std::string& page) {
  const std::set<std::string> empty = {"meta", "!doctype"};
  std::vector<std::string> open;
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    const std::size_t end = page.find('>', at);
    if (end == std::string::npos) return "a tag without an end";
    const bool closes = page[at + 1] == '/';
    const std::size_t from = at + (closes ? 2 : 1);
    const std::string tag = page.substr(from, page.find_first_of(" >", from) - from);
    if (closes && (open.empty() || open.back() != tag)) return "</" + tag + "> closes nothing";
    if (closes) open.pop_back();
    if (!closes && !empty.contains(tag)) open.push_back(tag);
    if (tag == "style" && !closes) at = page.find("</style>", at) - 1;
  }
  return open.empty() ? "" : "<" + open.back() + "> stays open";
}

/// Every shape of answer that a page must be able to show.
std::vector<Explanation> all_shapes() {
  std::vector<Explanation> shapes = {rich_explanation(), messages_explanation(), {}};
  shapes.push_back(hostile_explanation(kHostile));
  shapes.push_back(shapes.back());
  shapes.back().answer = Answer::too_few;
  Explanation few;
  few.read = few.used = few.units = 12;
  few.counted = 12;
  few.answer = Answer::too_few;
  shapes.push_back(few);
  Explanation unread;
  unread.read = unread.used = unread.unread = 40;
  unread.answer = Answer::unread;
  shapes.push_back(unread);
  Explanation praised = rich_explanation();
  praised.problems.clear();
  praised.ties.clear();
  praised.answer = Answer::only_praise;
  shapes.push_back(praised);
  Explanation bare = rich_explanation();  // One problem; no dates, feelings, brands or reasons.
  bare.problems.resize(1);
  bare.problems[0].trend = {};
  bare.problems[0].causes.clear();
  bare.problems[0].feelings.clear();
  bare.problems[0].groups = {};
  bare.problems[0].quotes.clear();
  bare.ties.clear();
  bare.brands.clear();
  bare.feelings = {};
  bare.from = bare.to = "";
  shapes.push_back(bare);
  return shapes;
}

TEST(Html, TagsNestInEveryShape) {
  for (const Explanation& shape : all_shapes()) {
    EXPECT_EQ(nesting_fault(explanation_html(shape)), "") << headline(shape);
  }
}

TEST(Html, TheAnswerIsTheTitleAndTheOnlyFirstHeading) {
  const std::string page = explanation_html(rich_explanation());
  const std::string said = headline(rich_explanation());
  EXPECT_EQ(said.rfind("Solve these first: parcel arrives", 0), 0U);
  EXPECT_TRUE(has(page, "<title>" + said + " – attune</title>"));
  EXPECT_TRUE(has(page, "<h1 class=\"long\">" + said + "</h1>"));
  EXPECT_EQ(count(page, "<h1"), 1U);
  EXPECT_LT(page.find("<h1"), page.find("<h2"));
  EXPECT_TRUE(has(page, "Problems 1 and 2 cannot be told apart by these data"));
}

TEST(Html, FacetsAreAListBelowTheirProblem) {
  Explanation explanation = rich_explanation();
  explanation.problems[3].facets = {{.name = "a<b", .reach = {.count = 1, .of = 10}}};
  const std::string page = body_of(explanation_html(explanation));
  EXPECT_EQ(count(page, "class=\"facets\""), 2U);
  EXPECT_TRUE(has(page, "<li><bdi>left at a depot</bdi> <span class=\"nb quiet\">7 %</span></li>"));
  EXPECT_TRUE(has(page, "<li><bdi>a&lt;b</bdi> <span class=\"nb quiet\">10 %</span></li>"));
  EXPECT_TRUE(has(page, "after the party"));
  EXPECT_FALSE(has(page, "wet box"));  // The fifth.
  for (Topic& topic : explanation.problems) topic.facets.clear();
  EXPECT_FALSE(has(body_of(explanation_html(explanation)), "Shows as"));
}

TEST(Html, HeadingsSkipNoLevel) {
  for (const Explanation& shape : all_shapes()) {
    const std::string page = explanation_html(shape);
    int last = 0;
    for (std::size_t at = page.find("<h"); at != std::string::npos; at = page.find("<h", at + 1)) {
      if (page[at + 2] < '1' || page[at + 2] > '6') continue;
      const int level = page[at + 2] - '0';
      EXPECT_LE(level, last + 1) << page.substr(at, 60);
      last = level;
    }
  }
}

TEST(Html, HostileWordsAreEscapedEverywhere) {
  for (const bool noted : {true, false}) {
    Explanation hostile = hostile_explanation(kHostile);
    if (noted) hostile.answer = Answer::too_few;
    const std::string page = explanation_html(hostile);
    EXPECT_FALSE(has(page, "<script"));
    EXPECT_FALSE(has(page, "<!--"));
    EXPECT_EQ(count(page, "</title>"), count(page, "<title"));
    EXPECT_EQ(count(page, "</style>"), 1U);
    EXPECT_TRUE(has(page, "&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp; "));
    EXPECT_EQ(first_invalid(page), std::string::npos);
    for (const char c : page) EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
    EXPECT_FALSE(has(page, "\xE2\x80\xAE"));
  }
}

TEST(Html, CustomersWordsNeverStandInATag) {
  Explanation hostile = hostile_explanation("zebra");
  const std::string page = body_of(explanation_html(hostile));
  const std::regex tag("<[^>]*>");
  for (std::sregex_iterator at(page.begin(), page.end(), tag), end; at != end; ++at) {
    EXPECT_FALSE(has(at->str(), "zebra")) << at->str();
  }
  EXPECT_GT(count(page, "zebra"), 100U);
}

TEST(Html, NothingIsFetchedAndNothingRuns) {
  for (const Explanation& shape : all_shapes()) {
    const std::string page = explanation_html(shape);
    for (const std::string_view word :
         {"http:", "https:", "<script", "<img", "<link", "<iframe", "url(", "@import", "src="}) {
      EXPECT_FALSE(has(page, word)) << word;
    }
    for (const std::string& href : values(page, "href")) EXPECT_EQ(href.rfind('#', 0), 0U) << href;
    EXPECT_FALSE(has(body_of(page), " style=\""));
    EXPECT_TRUE(has(page, "content=\"default-src 'none'; style-src 'unsafe-inline'"));
  }
}

TEST(Html, EveryNumberOpensItsSentences) {
  const Explanation explanation = rich_explanation();
  const std::string page = explanation_html(explanation);
  const auto check = [&](const std::vector<Topic>& topics, const std::string& kind) {
    for (std::size_t i = 0; i < topics.size(); ++i) {
      const std::size_t at = page.find("id=\"" + kind + "-" + std::to_string(i + 1) + "\"");
      ASSERT_NE(at, std::string::npos) << kind << i;
      const std::string part = element_at(page, page.rfind('<', at));
      EXPECT_TRUE(has(part, "sentences behind this number</summary>")) << kind << i;
      const std::string list = element_at(part, part.find("<details class=\"evidence\">"));
      EXPECT_EQ(count(list, "<li>"), topics[i].evidence.size());
      EXPECT_TRUE(has(list, "row 10, message r10"));
    }
  };
  check(explanation.problems, "problem");
  check(explanation.needs, "need");
  check(explanation.praise, "praised");
}

TEST(Html, CutEvidenceSaysSo) {
  const std::string page = explanation_html(rich_explanation());
  EXPECT_TRUE(has(page, "200 of the 812 sentences behind this number"));
  EXPECT_TRUE(has(page, "Shown are 200 of 812, one sentence for each person."));
  EXPECT_TRUE(has(page, "The 41 sentences behind this number"));
}

TEST(Html, EvidenceKeepsToItsBytesAndSaysSo) {
  Topic topic = rich_explanation().problems[0];
  HtmlOut out;
  evidence_html(out, topic, Unit::messages, 1'000);
  const std::string html = out.take();
  const std::size_t shown = count(html, "<li>");
  EXPECT_GT(shown, 2U);
  EXPECT_LT(shown, 20U);
  EXPECT_TRUE(has(html, std::to_string(shown) + " of the 812 sentences"));
}

TEST(Html, EveryChartIsNamedDescribedAndHasATable) {
  for (const Explanation& shape : all_shapes()) {
    const std::string page = explanation_html(shape);
    for (std::size_t at = page.find("<svg class=\"chart"); at != std::string::npos;
         at = page.find("<svg class=\"chart", at + 1)) {
      const std::string chart = element_at(page, at);
      EXPECT_TRUE(has(chart, "role=\"img\""));
      EXPECT_TRUE(has(chart, "<title id=\""));
      EXPECT_TRUE(has(chart, "<desc id=\""));
      EXPECT_TRUE(has(chart, "stand in the table below"));
      EXPECT_TRUE(has(page.substr(at), "<table class=\"figures\">"));
    }
    // Every other drawing stands inside a chart, or beside its figure and is silent.
    EXPECT_EQ(count(page, "<svg class=\"bar-only\""), count(page, "aria-hidden=\"true\" width"));
  }
}

TEST(Html, TablesHaveCaptionsAndHeads) {
  const std::string page = explanation_html(rich_explanation());
  EXPECT_GT(count(page, "<table"), 10U);
  EXPECT_EQ(count(page, "<table"), count(page, "<caption"));
  EXPECT_EQ(count(page, "<th "), count(page, "<th scope="));
  EXPECT_FALSE(has(page, "<th>"));
}

TEST(Html, NamesOnThePageAreUniqueAndLinksFindThem) {
  for (const Explanation& shape : all_shapes()) {
    const std::string page = explanation_html(shape);
    std::set<std::string> ids;
    for (const std::string& id : values(page, "id")) EXPECT_TRUE(ids.insert(id).second) << id;
    for (const std::string& href : values(page, "href"))
      EXPECT_TRUE(ids.contains(href.substr(1))) << href;
    for (const std::string& labels : values(page, "aria-labelledby")) {
      for (std::size_t from = 0; from < labels.size();) {
        const std::size_t end = std::min(labels.find(' ', from), labels.size());
        EXPECT_TRUE(ids.contains(labels.substr(from, end - from))) << labels;
        from = end + 1;
      }
    }
  }
}

TEST(Html, MessagesAreNeverCalledPeople) {
  const std::string page = explanation_html(messages_explanation());
  const std::string words = seen(page);
  for (const std::string_view word : {"people", "People", "each person"})
    EXPECT_FALSE(has(words, word)) << words.substr(words.find(word) - 60, 120);
  EXPECT_TRUE(has(words, "about 1 in 5 messages"));
  EXPECT_TRUE(has(words, "one sentence for each message"));
}

TEST(Html, HoldsNoPathNoIdOfAThemeAndNoWholeDigest) {
  Explanation explanation = rich_explanation();
  explanation.files = {"/home/somebody/reviews.csv", "C:\\data\\mail.mbox"};
  const std::string page = explanation_html(explanation);
  EXPECT_FALSE(has(page, "/home"));
  EXPECT_FALSE(has(page, "C:\\"));
  EXPECT_TRUE(has(page, "reviews.csv"));
  EXPECT_TRUE(has(page, "mail.mbox"));
  EXPECT_FALSE(has(page, "t_0000"));
  EXPECT_TRUE(has(page, ">9f2c41d07ab3<"));
  EXPECT_FALSE(has(page, "9f2c41d07ab3e"));
}

TEST(Html, SameAnswerSamePage) {
  EXPECT_EQ(explanation_html(rich_explanation()), explanation_html(rich_explanation()));
}

TEST(Html, CareComesWithGentleWordsAndRowsOnly) {
  const std::string page = explanation_html(rich_explanation());
  const std::string care = element_at(page, page.rfind('<', page.find("id=\"care\"")));
  EXPECT_TRUE(has(care, "3 messages may come from somebody in a hard time"));
  EXPECT_FALSE(has(care, "today"));  // The page may be read in ten years.
  EXPECT_TRUE(has(care, "row 1822 · 30 August 2026 · reads as a bereavement: “My husband died”<"));
  EXPECT_TRUE(has(care, "row 2954 · no date · reads as a lost job: “lost my job”<"));
  EXPECT_LT(care.find("Somebody may be in danger"), care.find("row 1822"));
  EXPECT_FALSE(has(care, "r1822"));
}

TEST(Html, AReasonIsNotQuotedTwice) {
  Explanation explanation = rich_explanation();
  explanation.problems[0].quotes.push_back(explanation.problems[0].causes[0].quote);
  explanation.problems[0].quotes.erase(explanation.problems[0].quotes.begin());
  EXPECT_EQ(count(explanation_html(explanation), "left it at a depot across town"), 1U);
}

TEST(Html, APageOfTenThousandMessagesStaysSmall) {
  Explanation explanation = rich_explanation();
  const std::string words = std::string(200, 'w') + " & <" + std::string(900, '&');
  for (std::uint32_t i = 0; explanation.problems.size() < 30; ++i) {
    explanation.problems.push_back(explanation.problems[i % 2]);
    explanation.needs.push_back(explanation.needs[0]);
    explanation.praise.push_back(explanation.praise[0]);
  }
  for (std::vector<Topic>* topics :
       {&explanation.problems, &explanation.needs, &explanation.praise}) {
    for (Topic& topic : *topics) {
      for (Quote& quote : topic.evidence) quote.text = words;
    }
  }
  EXPECT_LT(explanation_html(explanation).size(), 1'500'000U);
}

TEST(Html, DarkPrintPhoneAndStillnessAreStyled) {
  for (const std::string_view rule :
       {"prefers-color-scheme:dark", "@media print", "max-width:52rem", "prefers-reduced-motion",
        ":focus-visible", "forced-colors"}) {
    EXPECT_TRUE(has(page_style(), rule)) << rule;
  }
  EXPECT_TRUE(has(explanation_html({}), "<html lang=\"en\">"));
}

TEST(HtmlOut, TextIsEscapedAndTagsClose) {
  HtmlOut out;
  out.open("p", "class=\"a\"").text("1 < 2 & \"3\" > '0'\x01").foreign("<b>").close();
  EXPECT_EQ(
      out.take(),
      "<p class=\"a\">1 &lt; 2 &amp; &quot;3&quot; &gt; &#39;0&#39; <bdi>&lt;b&gt;</bdi></p>");
  EXPECT_EQ(out.take(), "");
}

TEST(Svg, ScalesAreRoundAndNeverBelowTheData) {
  for (int i = 0; i <= 100; ++i) EXPECT_GE(round_scale(i / 100.0), i / 100.0);
  EXPECT_EQ(round_scale(0.21), 0.3);
  EXPECT_EQ(round_scale(0), 0.02);
}

TEST(Svg, NumbersOutsideTheirRangeStayInsideTheChart) {
  HtmlOut out;
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  reach_svg(out, {.id = "a"}, {.count = 9, .of = 3, .interval = {.low = nothing, .high = 7}}, 0.5,
            ReachSize::small);
  Feelings feelings;
  feelings.points = {{.groups = {nothing, 0, 7, 0}}, {.groups = {-1, 5, nothing, 0}}};
  feelings_svg(out, {.id = "b"}, feelings);
  Trend trend;
  trend.buckets = {{.from = "?", .count = 5, .of = 0}};
  trend_svg(out, {.id = "c"}, trend);
  const std::string svg = out.take();
  EXPECT_FALSE(has(svg, "nan"));
  EXPECT_FALSE(has(svg, "inf"));
  for (const std::string& size : values(svg, "(?:width|height)")) EXPECT_NE(size[0], '-');
  for (const std::string& x : values(svg, "(?:x|x1|x2|width)")) {
    EXPECT_LE(std::stod(x), 100) << x;
  }
}

TEST(Svg, DaysAreShort) {
  EXPECT_EQ(short_day("2026-09-01", false), "1 Sep");
  EXPECT_EQ(short_day("2026-05-31", true), "31 May 2026");
  EXPECT_EQ(short_day("tomorrow", true), "tomorrow");
}

TEST(Html, StretchesOfTimeHaveTheirNames) {
  const std::vector<std::string> years = {"2022-05-03", "2023-01-01", "2024-01-01"};
  EXPECT_EQ(stretch_word(Stretch::week, {}), "week");
  EXPECT_EQ(stretch_word(Stretch::none, {}), "stretch of time");
  EXPECT_EQ(stretch_word(Stretch::year, years), "365 days");
  EXPECT_EQ(stretch_word(Stretch::year, {}), "year");
  EXPECT_TRUE(has(explanation_html(rich_explanation()), "Share of the people of each week that"));
  Explanation explanation = rich_explanation();
  explanation.stretch = Stretch::month;
  EXPECT_TRUE(has(explanation_html(explanation), "Share of each month’s messages that read as"));
}

TEST(Html, ALongCareListIsFoldedButWhole) {
  Explanation explanation = rich_explanation();
  explanation.care.insert(explanation.care.begin(), 7, explanation.care[0]);
  explanation.care.insert(explanation.care.end(), 300, explanation.care[8]);
  const std::string page = explanation_html(explanation);
  EXPECT_TRUE(has(page, "310 messages may come from"));
  EXPECT_TRUE(has(page, "<summary>296 more</summary>"));
  EXPECT_EQ(count(page, "My husband died in May"), 301U);
  EXPECT_LT(page.rfind("I want it all to end"), page.find("<summary>296 more"));
}

}  // namespace
}  // namespace attune
