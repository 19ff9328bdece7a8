// SPDX-License-Identifier: Apache-2.0
#include "report/terminal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "report/markdown.h"
#include "report/report_testing.h"
#include "report/words.h"
#include "text/utf8.h"

namespace attune {
namespace {

constexpr std::string_view kHostile =
    "\x1b]0;owned\x07<b>x</b> [l](https://evil.example) www.evil.example | `code` \xE2\x80\xAE";

std::size_t columns_of(std::string_view line) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < line.size(); at += decode(line, at).length) ++columns;
  return columns;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = text.find('\n', from);
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

TEST(Terminal, TheAnswerFitsAScreen) {
  const std::string text = explanation_terminal(rich_explanation(), {});
  const std::vector<std::string> lines = lines_of(text);
  EXPECT_LE(lines.size(), 42U);
  for (const std::string& line : lines) EXPECT_LE(columns_of(line), 80U) << line;
}

TEST(Terminal, TheAnswerComesFirst) {
  const std::string text = explanation_terminal(rich_explanation(), {});
  EXPECT_EQ(
      text.rfind("Solve these first: parcel arrives days after the promised date, about 1", 0), 0U);
  EXPECT_NE(text.find("1. parcel arrives days after the promised date"), std::string::npos);
  EXPECT_NE(text.find("141 say the like"), std::string::npos);
  EXPECT_NE(text.find("row 1822"), std::string::npos);
}

TEST(Terminal, FacetsStandBelowTheirProblemAndNowhereElse) {
  Explanation explanation = rich_explanation();
  const std::string text = explanation_terminal(explanation, {});
  const std::size_t at = text.find(
      "   shows as   left at a depot (7 %), tracking stands still (5 %), nobody rang (3\n"
      "              %), after the party (2 %)\n");
  EXPECT_LT(at, text.find("2. money back takes weeks")) << text;
  EXPECT_EQ(text.find("shows as", at + 10), std::string::npos);
  explanation.problems[0].facets.clear();
  EXPECT_EQ(explanation_terminal(explanation, {}).find("shows as"), std::string::npos);
}

TEST(Terminal, ComplaintsOfNoTopicEndTheLineOfOtherProblems) {
  const std::string shown = explanation_terminal(rich_explanation(), {});
  const std::size_t also = shown.find("Also ");
  const std::size_t ask = shown.find("They ask for");
  ASSERT_LT(also, ask);
  std::string line;
  for (const char c : shown.substr(also, ask - also)) {
    if (c != '\n' && (c != ' ' || line.empty() || line.back() != ' ')) line += c;
  }
  EXPECT_NE(line.find("; no shared topic (8 %)"), std::string::npos) << line;
}

TEST(Terminal, DangerIsNamedFirstAndTheTrueTotalIsTold) {
  Explanation explanation = rich_explanation();
  explanation.care.insert(explanation.care.end(), 73, explanation.care[1]);
  std::string text = explanation_terminal(explanation, {});
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text[at] = ' ';
  text.erase(
      std::unique(text.begin(), text.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
      text.end());
  EXPECT_NE(text.find("76 messages may come from somebody in a hard time; 1 may be in danger, read "
                      "first: row 3310; then row 1822, 2954, 1822, 1822, 1822, and 70 more"),
            std::string::npos)
      << text;
}

TEST(Terminal, ColourIsOnlyWhereAskedFor) {
  EXPECT_EQ(explanation_terminal(rich_explanation(), {}).find('\x1b'), std::string::npos);
  EXPECT_NE(explanation_terminal(rich_explanation(), {.colour = true}).find("\x1b[1m"),
            std::string::npos);
}

TEST(Terminal, CustomersWordsCannotCommandIt) {
  Explanation hostile = hostile_explanation(kHostile);
  for (const bool noted : {true, false}) {
    hostile.answer = noted ? Answer::too_few : Answer::both_stand_out;
    const std::string text = explanation_terminal(hostile, {});
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find('\x07'), std::string::npos);
    EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
  }
}

TEST(Terminal, MessagesAreNeverCalledPeople) {
  const std::string text = explanation_terminal(messages_explanation(), {});
  EXPECT_EQ(text.find("people"), std::string::npos);
  EXPECT_NE(text.find("about 1 in 5 messages"), std::string::npos);
}

TEST(Terminal, AnEmptyAnswerIsStillASentence) {
  EXPECT_EQ(explanation_terminal({}, {}).rfind("No problem is shared", 0), 0U);
}

TEST(Markdown, HoldsTheKeyProblemsAndTheRest) {
  const std::string text = explanation_markdown(rich_explanation());
  for (const std::string_view part :
       {"# Solve these first: parcel arrives", "## 1. parcel arrives", "## 2. money back",
        "## Other problems", "## What they ask for", "## What to protect", "## What to ask next",
        "## Assumed"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
  }
}

TEST(Markdown, FacetsAreAListBelowTheirProblem) {
  Explanation explanation = rich_explanation();
  const std::vector<Facet> facets = {{.name = "a|b", .reach = {.count = 1, .of = 10}}};
  explanation.problems[3].facets = facets;
  const std::string text = explanation_markdown(explanation);
  EXPECT_NE(text.find("Shows as:\n\n- left at a depot (7 %)\n- tracking stands still (5 %)\n"),
            std::string::npos);
  EXPECT_NE(text.find("- after the party (2 %)\n\n"), std::string::npos);
  EXPECT_NE(text.find("\n  - shows as a\\|b \\(10 %\\)\n"), std::string::npos) << text;
  for (Topic& topic : explanation.problems) topic.facets.clear();
  const std::string without = explanation_markdown(explanation);
  EXPECT_EQ(without.find("hows as"), std::string::npos);
}

TEST(Markdown, SaysWhereDangerStandsAndQuotesNobodyInAHardTime) {
  const std::string text = explanation_markdown(rich_explanation());
  EXPECT_NE(text.find("3 messages may come from somebody in a hard time; 1 may be in danger, read "
                      "first: row 3310."),
            std::string::npos);
  EXPECT_EQ(text.find("I want it all to end"), std::string::npos);
  EXPECT_EQ(text.find("My husband died"), std::string::npos);
}

TEST(Markdown, CustomersWordsCannotBecomeMarkup) {
  Explanation hostile = hostile_explanation(kHostile);
  const std::string text = explanation_markdown(hostile);
  for (const std::string_view markup :
       {"<b>", "[l](", "s://", "www.evil", " `code`", "example | ", "\x1b"}) {
    EXPECT_EQ(text.find(markup), std::string::npos) << markup;
  }
}

TEST(Markdown, CustomersWordsCannotBeginAList) {
  for (const auto& [words, safe] : {std::pair<std::string_view, std::string_view>{"- no", "\\- no"},
                                    {"+ more", "\\+ more"},
                                    {"1. first", "1\\. first"},
                                    {"24) x", "24\\) x"},
                                    {"24 hours", "24 hours"},
                                    {"&lt;b&gt;", "\\&lt;b\\&gt;"}}) {
    Explanation hostile = hostile_explanation(words);
    const std::string text = explanation_markdown(hostile);
    EXPECT_NE(text.find("\n> " + std::string(safe)), std::string::npos) << words;
  }
}

TEST(Markdown, MessagesAreNeverCalledPeople) {
  EXPECT_EQ(explanation_markdown(messages_explanation()).find("people"), std::string::npos);
}

}  // namespace
}  // namespace attune
