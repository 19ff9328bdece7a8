// SPDX-License-Identifier: Apache-2.0
// What the rule side says of whole texts: kinds, care, reasons and aspects, with the shipped
// patterns and weights.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string>

#include "base/random.h"
#include "understand/aspects/aspects.h"
#include "understand/care.h"
#include "understand/kinds.h"
#include "understand/reasons/reasons.h"

namespace attune {
namespace {

const Patterns& book() {
  static const Patterns patterns = *Patterns::load(ATTUNE_SOURCE_DIR "/models/patterns");
  return patterns;
}

/// A text and its parse, kept together.
class Given {
 public:
  explicit Given(std::string text) : text_(std::move(text)) {
    tokenise(text_, tokens_);
    split_clauses(text_, tokens_, clauses_);
    book().match(tokens_, state_);
  }
  [[nodiscard]] Parse parse() const { return {text_, tokens_, clauses_, book(), state_.hits()}; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
  Tokens tokens_;
  std::vector<ClauseRange> clauses_;
  PatternState state_;
};

std::string careful(std::string text) {
  const Given given(std::move(text));
  std::string out;
  for (const CareSign& sign : find_care(given.parse())) {
    out += std::string(kCareNames[static_cast<std::size_t>(sign.kind)]) + " ";
  }
  return out;
}

bool says(std::string text, Kind kind) {
  const Given given(std::move(text));
  const std::vector<ClauseScores> all = rule_scores(given.parse());
  return std::any_of(all.begin(), all.end(), [&](const ClauseScores& scores) {
    const std::vector<Kind> kinds = kinds_of(scores);
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  });
}

std::string first_reason(const Reasons& reasons, std::string text) {
  const Given given(std::move(text));
  const std::vector<Evidence> spans = reasons.spans(given.parse());
  return spans.empty() ? "" : std::string(spans.front().span.of(given.text()));
}

TEST(Kinds, ClausesAreReadOneByOne) {
  const Given given("The crew were lovely, but my suitcase is still missing.");
  const std::vector<ClauseScores> all = rule_scores(given.parse());
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(kinds_of(all[0]).front(), Kind::praise);
  EXPECT_EQ(kinds_of(all[1]).front(), Kind::struggle);
}

TEST(Kinds, ConventionalWordingIsHeard) {
  EXPECT_TRUE(says("Please add a quiet hour on Sundays", Kind::need));
  EXPECT_TRUE(says("Which tram goes to the harbour?", Kind::question));
  EXPECT_TRUE(says("I'm cancelling my membership today.", Kind::churn_threat));
  EXPECT_TRUE(says("I would recommend it to anyone with hens.", Kind::advocacy));
  EXPECT_TRUE(says("I use it to keep track of my night shifts.", Kind::motivation));
  EXPECT_TRUE(says("It's the principle, not the pound.", Kind::value));
}

TEST(Kinds, NothingHeardIsContext) {
  const Given given("DM sent");
  const std::vector<ClauseScores> all = rule_scores(given.parse());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(kinds_of(all[0]), std::vector<Kind>{Kind::context});
}

TEST(Kinds, TheTextDecidesWhatAndTheClausesWhere) {
  constexpr auto kStruggle = static_cast<std::size_t>(Kind::struggle);
  constexpr auto kPraise = static_cast<std::size_t>(Kind::praise);
  ClauseScores text;
  text.p[kStruggle] = 0.8F;
  text.p[kPraise] = 0.2F;
  std::vector<ClauseScores> clauses(2);
  clauses[0].p[kStruggle] = 0.1F;
  clauses[1].p[kStruggle] = 0.3F;
  clauses[0].p[kPraise] = 0.9F;
  settle_kinds(text, clauses);
  EXPECT_EQ(kinds_of(clauses[0]), std::vector<Kind>{Kind::context});
  EXPECT_EQ(kinds_of(clauses[1]), std::vector<Kind>{Kind::struggle});
}

TEST(Kinds, WhatNoPatternSaysIsTheLeastThatOneCanSay) {
  EXPECT_EQ(rule_logit(0), rule_logit(0.02F));
  EXPECT_NEAR(rule_logit(0), std::log(0.02F / 0.98F) + 2, 1e-6);
  EXPECT_LT(rule_logit(0), rule_logit(0.021F));
  EXPECT_EQ(rule_logit(1), rule_logit(0.98F));
}

TEST(Kinds, ACutMovesToAHalf) {
  EXPECT_NEAR(cut_at_half(0.2F, 0.2F), 0.5F, 1e-5);
  EXPECT_GT(cut_at_half(0.3F, 0.2F), 0.5F);
  EXPECT_LT(cut_at_half(0.6F, 0.7F), 0.5F);
}

TEST(Care, LiteralSignsAreSeen) {
  EXPECT_EQ(careful("My father died in May and you still bill him."), "bereavement ");
  EXPECT_EQ(careful("I lost my job last week, can I pause the plan?"), "job-loss ");
  EXPECT_EQ(careful("I look after my mum since the spring."), "caring ");
  EXPECT_EQ(careful("Mum cannot ring you, she has dementia."), "caring ");
}

TEST(Care, FiguresOfSpeechAreNot) {
  EXPECT_EQ(careful("I'm dying of boredom in your queue."), "");
  EXPECT_EQ(careful("This app is killing me."), "");
  EXPECT_EQ(careful("My phone died on the bus."), "");
  EXPECT_EQ(careful("Your debt consolidation page has a typo."), "");
  EXPECT_EQ(careful("My wallet is crying."), "");
  EXPECT_EQ(careful("That agent should be fired."), "");
  EXPECT_EQ(careful("We lost my luggage and my patience."), "");
}

TEST(Because, TheReasonIsNamedWithoutItsConnective) {
  const auto reasons = Reasons::load(ATTUNE_SOURCE_DIR "/models/because/because.weights");
  ASSERT_TRUE(reasons) << (reasons ? "" : reasons.error().message);
  EXPECT_EQ(first_reason(*reasons, "I am so upset because the cake arrived upside down."),
            "the cake arrived upside down");
  EXPECT_EQ(first_reason(*reasons, "Waited an hour for a ferry that never came, I'm livid."),
            "Waited an hour for a ferry that never came");
}

TEST(Because, SpansAreValidOnAnyBytes) {
  const auto reasons = Reasons::load(ATTUNE_SOURCE_DIR "/models/because/because.weights");
  ASSERT_TRUE(reasons);
  Random random(11);
  const std::vector<std::string> parts = {"because ", "I'm sad ", "\xff", ". ", ", so ",      "😡 ",
                                          "the bus ", "it broke", "\n",   "? ", "thanks for "};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::uint64_t n = random.below(30); n > 0; --n) text += parts[random.below(parts.size())];
    const Given given(text);
    const auto found = reasons->find(given.parse(), {});
    ASSERT_EQ(found.size(), given.parse().clauses.size());
    for (const auto& one : found) {
      if (!one) continue;
      ASSERT_LT(one->span.begin, one->span.end);
      ASSERT_LE(one->span.end, text.size());
      ASSERT_GE(one->p, 0.0F);
      ASSERT_LE(one->p, 1.0001F);
    }
  }
}

TEST(Because, ADamagedModelIsRefused) {
  EXPECT_FALSE(Reasons::load(ATTUNE_SOURCE_DIR "/models/patterns/sets.txt"));
  EXPECT_FALSE(Reasons::load(ATTUNE_SOURCE_DIR "/no/such/file"));
}

TEST(Aspects, TermsAndPolaritiesAcrossAContrast) {
  const auto aspects = Aspects::load(ATTUNE_SOURCE_DIR "/models/aspects/aspects.weights");
  ASSERT_TRUE(aspects) << (aspects ? "" : aspects.error().message);
  const Given given("The nurse was kind but the waiting room was freezing.");
  std::vector<Aspect> all;
  for (const auto& list : aspects->find(given.parse())) {
    all.insert(all.end(), list.begin(), list.end());
  }
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].span.of(given.text()), "nurse");
  EXPECT_EQ(all[0].polarity, Polarity::positive);
  EXPECT_EQ(all[1].span.of(given.text()), "waiting room");
  EXPECT_EQ(all[1].polarity, Polarity::negative);
}

TEST(Aspects, LieInTheirClausesOnAnyBytes) {
  const auto aspects = Aspects::load(ATTUNE_SOURCE_DIR "/models/aspects/aspects.weights");
  ASSERT_TRUE(aspects);
  Random random(13);
  const std::vector<std::string> parts = {"the soup ", "was cold ",   "but ",    "\xfe", ". ",
                                          "staff ",    "cabin crew ", "lovely ", "\n",   ", "};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::uint64_t n = random.below(30); n > 0; --n) text += parts[random.below(parts.size())];
    const Given given(text);
    const auto found = aspects->find(given.parse());
    ASSERT_EQ(found.size(), given.parse().clauses.size());
    for (std::size_t c = 0; c < found.size(); ++c) {
      std::uint32_t at = given.parse().clauses[c].span.begin;
      for (const Aspect& aspect : found[c]) {
        ASSERT_GE(aspect.span.begin, at);
        ASSERT_LT(aspect.span.begin, aspect.span.end);
        at = aspect.span.end;
      }
      ASSERT_LE(at, given.parse().clauses[c].span.end);
    }
  }
}

}  // namespace
}  // namespace attune
