// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/places.h"

#include <gtest/gtest.h>

#include <string>

#include "base/random.h"
#include "lint/document.h"
#include "lint/rule_names.h"
#include "lint/suppress.h"
#include "text/utf8.h"

namespace attune {
namespace {

std::string random_text(Random& random, std::size_t pieces) {
  const std::string kPieces[] = {"a",     "\n",         "\r",      "\r\n", "\t",
                                 "word ", "\U0001F600", "e\u0301", "\xFF", "\u20AC"};
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random.below(std::size(kPieces))];
  return text;
}

/// The slow twin: counts from the start each time.
TextPlace counted(std::string_view text, std::size_t offset) {
  TextPlace place;
  std::size_t line = 0;
  for (std::size_t at = 0; at < offset; ++at) {
    const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if ((text[at] != '\n' && text[at] != '\r') || pair) continue;
    ++place.line;
    line = at + 1;
  }
  place.column = 1 + utf16_units(text.substr(line, offset - line));
  return place;
}

TEST(Places, AnyOrderOfAskingGivesWhatTheSlowTwinCounts) {
  Random random(3);
  for (int round = 0; round < 20; ++round) {
    const std::string text = random_text(random, 9000);
    PlaceFinder places(text);
    for (int asked = 0; asked < 40; ++asked) {
      std::size_t offset = random.below(text.size() + 1);
      while (!at_character(text, offset)) --offset;
      const TextPlace place = places.at(static_cast<std::uint32_t>(offset));
      const TextPlace slow = counted(text, offset);
      ASSERT_EQ(place.line, slow.line) << offset;
      ASSERT_EQ(place.column, slow.column) << offset;
    }
  }
}

const Rules& shipped() {
  static const Rules rules = *Rules::load(ATTUNE_SOURCE_DIR "/models/rules");
  return rules;
}

std::vector<Finding> lint(std::string_view source, std::string_view name) {
  std::vector<Finding> found;
  LintSinks sinks;
  sinks.finding = [&](const Finding& finding) { found.push_back(finding); };
  LintState state;
  const LintConfig config;
  lint_document({source, name, markup_of(name)}, {shipped(), config}, sinks, state);
  return found;
}

struct Sample {
  const char* name;
  std::string source;
  std::string words;  ///< As they stand in the file.
  std::uint32_t line;
  std::uint32_t column;  ///< UTF-16 units.
};

TEST(Places, AreRightInEveryMarkup) {
  const Sample samples[] = {{"a.txt",
                             "\xEF\xBB\xBF"
                             "Act now",
                             "Act now", 1, 1},
                            {"a.md", "\xEF\xBB\xBF# Act now", "Act now", 1, 3},
                            {"a.html", "\xEF\xBB\xBF<p>Act now</p>", "Act now", 1, 4},
                            {"a.txt", "Hello\r\n\tAct now", "Act now", 2, 2},
                            {"a.txt", "Hello\rAct now", "Act now", 2, 1},
                            {"a.txt", "\U0001F600\U0001F600 e\u0301 Act now", "Act now", 1, 9},
                            {"a.md", "*Act* **now**", "Act* **now", 1, 2},
                            {"a.md", "[Act now](http://x.y)", "Act now", 1, 2},
                            {"a.md", "Use `code`. Act now", "Act now", 1, 13},
                            {"a.md", "- one\n- Act now", "Act now", 2, 3},
                            {"a.md", "| a | Act now |", "Act now", 1, 7},
                            {"a.html", "<p>Act&nbsp;now</p>", "Act&nbsp;now", 1, 4},
                            {"a.html", "<p>&#x1F600; Act&#32;now</p>", "Act&#32;now", 1, 14},
                            {"a.html", "<b>Act</b>\n<i>now</i>", "Act</b>\n<i>now", 1, 4},
                            {"a.html", "<img alt=\"Act now, all\">", "Act now", 1, 11},
                            {"a.liquid", "{% if a %}Act now{% endif %}", "Act now", 1, 11},
                            {"a.j2", "{# x #}\n{{ shop }}: act now", "act now", 2, 13},
                            {"a.hbs", "{{#if a}}{{{shop}}} act now{{/if}}", "act now", 1, 21},
                            {"a.mustache", "{{^a}}Act now{{/a}}", "Act now", 1, 7},
                            {"a.html.erb", "<%= shop %> act now", "act now", 1, 13}};
  for (const Sample& sample : samples) {
    const auto found = lint(sample.source, sample.name);
    ASSERT_EQ(found.size(), 1U) << sample.source;
    EXPECT_EQ(found[0].span.of(sample.source), sample.words) << sample.source;
    EXPECT_EQ(found[0].line, sample.line) << sample.source;
    EXPECT_EQ(found[0].column, sample.column) << sample.source;
  }
}

TEST(Places, AttributesComeInTheOrderOfTheFile) {
  const std::string source = "<img title=\"Act now, all\" alt=\"Only 3 left, all\">";
  const auto found = lint(source, "a.html");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_LT(found[0].span.begin, found[1].span.begin);
}

TEST(Suppress, WhatComesLastWins) {
  const auto covered = [](const std::string& source, std::string_view rule) {
    return Suppressions(source).covers(rule, {static_cast<std::uint32_t>(source.size() - 1), 0});
  };
  EXPECT_TRUE(covered("attune-disable\nattune-enable guilt\nx", "fear-loss"));
  EXPECT_FALSE(covered("attune-disable\nattune-enable guilt\nx", "guilt-debt"));
  EXPECT_TRUE(covered("attune-disable\nattune-enable guilt\nattune-disable\nx", "guilt-debt"));
  EXPECT_FALSE(covered("attune-disable guilt, fear\nattune-enable fear\nx", "fear-loss"));
  EXPECT_TRUE(covered("attune-disable guilt, fear\nattune-enable fear\nx", "guilt-debt"));
  EXPECT_FALSE(covered("attune-disable guil\nx", "guilt-debt"));
}

TEST(Suppress, OneLineIsOneLine) {
  const std::string source =
      "attune-disable-next-line fear attune-disable-line guilt\nsecond\nthird";
  const auto at = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(source.find(words));
    return Span{begin, begin + 1};
  };
  Suppressions found(source);
  EXPECT_TRUE(found.covers("fear-loss", at("second")));
  EXPECT_FALSE(found.covers("fear-loss", at("third")));
  EXPECT_FALSE(found.covers("guilt-debt", at("second")));
}

/// The slow twin: goes through all lines up to the one asked for.
bool slow_off(const std::vector<std::string>& lines, std::size_t asked, std::string_view rule) {
  bool off = false;
  for (std::size_t i = 0; i <= asked; ++i) {
    const std::size_t space = lines[i].find(' ');
    const std::string verb = lines[i].substr(0, space);
    const std::string name = space == std::string::npos ? "" : lines[i].substr(space + 1);
    if (!name.empty() && !names_rule(name, rule)) continue;
    if (verb == "attune-disable") off = true;
    if (verb == "attune-enable") off = false;
    if (verb == "attune-disable-next-line" && i + 1 == asked) return true;
  }
  return off;
}

TEST(Suppress, AgreesWithTheSlowTwin) {
  const std::string kLines[] = {"words",
                                "attune-disable",
                                "attune-enable",
                                "attune-disable guilt",
                                "attune-enable guilt",
                                "attune-disable guilt-debt",
                                "attune-enable guilt-debt",
                                "attune-disable-next-line guilt",
                                "attune-disable fear"};
  Random random(5);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> lines;
    for (int i = 0; i < 12; ++i) lines.push_back(kLines[random.below(std::size(kLines))]);
    std::string source;
    std::vector<std::size_t> begins;
    for (const std::string& line : lines) {
      begins.push_back(source.size());
      source += line + "\n";
    }
    Suppressions quick(source);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i] != "words") continue;
      const auto begin = static_cast<std::uint32_t>(begins[i]);
      for (const char* rule : {"guilt-debt", "guilt-trip", "fear-loss", "scarcity"}) {
        ASSERT_EQ(quick.covers(rule, {begin, begin + 1}), slow_off(lines, i, rule))
            << source << i << rule;
      }
    }
  }
}

}  // namespace
}  // namespace attune
