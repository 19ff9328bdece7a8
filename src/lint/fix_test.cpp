// SPDX-License-Identifier: Apache-2.0
#include "lint/fix.h"

#include <gtest/gtest.h>

#include "lint/document.h"

namespace attune {
namespace {

const Rules& shipped() {
  static const Rules rules = *Rules::load(ATTUNE_SOURCE_DIR "/models/rules");
  return rules;
}

/// What `source` is without the deletions that its findings offer.
std::string fixed(std::string_view source, std::string_view name = "a.txt") {
  std::vector<Span> cuts;
  LintSinks sinks;
  sinks.finding = [&](const Finding& finding) {
    if (finding.fix) cuts.push_back(*finding.fix);
  };
  LintState state;
  const LintConfig config;
  lint_document({source, name, markup_of(name)}, {shipped(), config}, sinks, state);
  std::string left;
  std::size_t from = 0;
  for (const Span cut : cuts) {
    EXPECT_GE(cut.begin, from);
    left.append(source.substr(from, cut.begin - from));
    from = cut.end;
  }
  return left.append(source.substr(from));
}

constexpr std::string_view kCopy = "Our rooms cost 40 pounds in winter.";

TEST(Fix, EveryStockSentenceOfEveryRuleIsFoundAndGoes) {
  std::size_t sentences = 0;
  for (const Rule& rule : shipped().book().entries) {
    for (const std::string& sentence : rule.stock) {
      ++sentences;
      EXPECT_EQ(fixed(sentence + "! " + std::string(kCopy)), kCopy) << sentence;
      EXPECT_EQ(fixed(std::string(kCopy) + " " + sentence + "."), kCopy) << sentence;
    }
  }
  EXPECT_GE(sentences, 5U);
}

TEST(Fix, WhatPartsTheSentenceFromItsNeighboursGoesOnce) {
  EXPECT_EQ(fixed("Act now!\r\nOur rooms cost 40 pounds.\r\n"), "Our rooms cost 40 pounds.\r\n");
  EXPECT_EQ(fixed("Our rooms cost 40 pounds.  Don\u2019t wait!\n\nBye."),
            "Our rooms cost 40 pounds.\n\nBye.");
  EXPECT_EQ(fixed("\uFEFF# Hurry! Our rooms cost 40 pounds\n", "a.md"),
            "\uFEFF# Our rooms cost 40 pounds\n");
  EXPECT_EQ(fixed("<p>Hurry up\u2026 Our rooms cost <b>40 pounds</b>.</p>", "a.html"),
            "<p>Our rooms cost <b>40 pounds</b>.</p>");
}

/// Left as it is.
void expect_kept(std::string_view source, std::string_view name = "a.md") {
  EXPECT_EQ(fixed(source, name), source);
}

TEST(Fix, ASentenceStaysThatSaysMoreOrIsAllThatIsSaid) {
  expect_kept("Act now! ");
  expect_kept("Act now! Hurry!");
  expect_kept("Act now, our rooms cost 40 pounds.");
  expect_kept("Act now before the ferry leaves. Our rooms cost 40 pounds.");
}

TEST(Fix, ASentenceStaysThatAnswersOrThatTheNextLeansOn) {
  expect_kept("Would you rather wait? Don't wait! Our rooms cost 40 pounds.");
  expect_kept("The doctor says: Act fast. Our rooms cost 40 pounds.");
  expect_kept("Act now! This keeps the rooms at 40 pounds.");
  expect_kept("Act now! and the rooms cost 40 pounds.");
}

TEST(Fix, MarkupAttributesPlaceholdersAndQuotationsStay) {
  expect_kept("**Act now!** Our rooms cost 40 pounds.");
  expect_kept("He said \"Hurry! Our rooms cost 40 pounds.\"");
  expect_kept("> Hurry! Our rooms cost 40 pounds.");
  expect_kept("{{ name }} Hurry! Our rooms cost 40 pounds.");
  expect_kept("<img alt=\"Hurry! Our rooms cost 40 pounds.\">", "a.html");
  expect_kept("<a href=x>Act now!</a> Our rooms cost 40 pounds.", "a.html");
}

TEST(Fix, SentencesAreEqualButForCaseApostrophesAndSpaces) {
  EXPECT_TRUE(is_stock_sentence("DON\u2019T\n wait", {"Hurry", "Don't wait"}));
  EXPECT_FALSE(is_stock_sentence("Don't wait long", {"Hurry", "Don't wait"}));
  EXPECT_FALSE(is_stock_sentence("", {}));
}

}  // namespace
}  // namespace attune
