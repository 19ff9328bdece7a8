// SPDX-License-Identifier: Apache-2.0
#include "report/words.h"

#include <gtest/gtest.h>

#include "report/report_testing.h"
#include "text/utf8.h"

namespace attune {
namespace {

Share share(std::uint64_t count, std::uint64_t of, double low, double high) {
  return {.count = count, .of = of, .interval = {.low = low, .high = high}};
}

TEST(Words, CountsHaveThousandsSeparators) {
  EXPECT_EQ(count_words(0), "0");
  EXPECT_EQ(count_words(999), "999");
  EXPECT_EQ(count_words(1'000), "1,000");
  EXPECT_EQ(count_words(12'345'678), "12,345,678");
}

TEST(Words, SharesAreSaidPlainlyWithTheirInterval) {
  EXPECT_EQ(share_words(share(20, 100, 0.17, 0.24), Unit::people), "about 1 in 5 people (17–24 %)");
  EXPECT_EQ(share_words(share(42, 100, 0.33, 0.51), Unit::messages),
            "about 4 in 10 messages (33–51 %)");
  EXPECT_EQ(share_words(share(98, 100, 0.93, 0.99), Unit::people), "almost all people (93–99 %)");
  EXPECT_EQ(share_words(share(1, 1'000, 0, 0.006), Unit::people),
            "fewer than 1 in 200 people (0.0–0.6 %)");
}

TEST(Words, AnEmptyShareIsSaidInGrammar) {
  EXPECT_EQ(share_words(share(0, 50, 0, 0.07), Unit::people), "no people (0–7 %)");
  EXPECT_EQ(share_words(share(0, 0, 0, 0), Unit::messages), "no messages (0.0–0.0 %)");
}

TEST(Words, SmallPercentagesKeepADigit) {
  EXPECT_EQ(percent_words(0.21), "21 %");
  EXPECT_EQ(percent_words(0.004), "0.4 %");
  EXPECT_EQ(percent_words(0.0002), "under 0.1 %");
  EXPECT_EQ(percent_words(0.0), "0 %");
}

TEST(Words, DaysThatDoNotExistStayAsTheyAre) {
  EXPECT_EQ(day_words("2026-03-01"), "1 March 2026");
  EXPECT_EQ(day_words("2024-02-29"), "29 February 2024");
  for (const std::string_view text :
       {"2026-02-30", "2026-13-01", "0000-01-01", "-001-01-01", "2026-3-1", "soon", ""}) {
    EXPECT_EQ(day_words(text), text);
    EXPECT_FALSE(day_number(text).has_value());
  }
  EXPECT_EQ(day_number("1970-01-02"), 1);
}

TEST(Words, APeriodRepeatsNoMonthOrYear) {
  Explanation explanation;
  EXPECT_EQ(period_words(explanation), "");
  const auto period = [&](std::string from, std::string to) {
    explanation.from = std::move(from);
    explanation.to = std::move(to);
    return period_words(explanation);
  };
  EXPECT_EQ(period("2026-03-01", "2026-03-01"), "1 March 2026");
  EXPECT_EQ(period("2026-03-01", "2026-03-09"), "1 to 9 March 2026");
  EXPECT_EQ(period("2026-03-01", "2026-08-31"), "1 March to 31 August 2026");
  EXPECT_EQ(period("2025-12-30", "2026-01-02"), "30 December 2025 to 2 January 2026");
}

TEST(Words, EveryVerdictOnATrendHasItsSentence) {
  Trend trend{.ratio = 2.4, .interval = {.low = 1.8, .high = 3.1}, .since = "2026-06-08"};
  const auto said = [&](TrendVerdict verdict) {
    trend.verdict = verdict;
    return trend_words(trend);
  };
  EXPECT_EQ(said(TrendVerdict::unknown), "too few dates to say whether it grows");
  EXPECT_EQ(said(TrendVerdict::may_be_growing),
            "may be growing, but chance alone could look like this");
  EXPECT_EQ(said(TrendVerdict::shrinking), "shrinking");
  EXPECT_EQ(said(TrendVerdict::steady), "steady, as far as the data can tell");
  EXPECT_EQ(said(TrendVerdict::growing),
            "growing: about 2.4 times as often in the later half, since about 8 June 2026");
  trend.since.clear();
  EXPECT_EQ(said(TrendVerdict::growing), "growing: about 2.4 times as often in the later half");
  trend.ratio = 1.1;
  EXPECT_EQ(said(TrendVerdict::growing), "growing: more often in the later half");
}

TEST(Words, SeverityHasFourWords) {
  EXPECT_EQ(severity_word(SeverityGrade::mild), "mild");
  EXPECT_EQ(severity_word(SeverityGrade::moderate), "moderate");
  EXPECT_EQ(severity_word(SeverityGrade::serious), "serious");
  EXPECT_EQ(severity_word(SeverityGrade::severe), "severe");
}

TEST(Words, AnOpportunityIsSaidToBeEstimated) {
  EXPECT_EQ(opportunity_words({.score = 8.2, .grade = OpportunityGrade::low}),
            "low (8 of 20, estimated from text)");
  EXPECT_EQ(opportunity_words({.score = 11, .grade = OpportunityGrade::worth_a_look}),
            "worth a look (11 of 20, estimated from text)");
  EXPECT_EQ(opportunity_words({.score = 16, .grade = OpportunityGrade::strong}),
            "strong (16 of 20, estimated from text)");
}

TEST(Words, AShareOfAFeelingSaysOfHowManyHowSureAndHowOftenElsewhere) {
  const FeelingShare share{.share = 0.81,
                           .interval = {.low = 0.66, .high = 0.91},
                           .messages = 59,
                           .unsure = 0.12,
                           .all = 0.5};
  EXPECT_EQ(
      feeling_share_words(0, share),
      "annoyed: about 8 in 10 of its 59 messages (66–91 %; 12 % unsure), in all about 5 in 10");
  FeelingShares groups{};
  EXPECT_EQ(feelings_in_short(groups, 2), "");
  groups[0] = share;
  groups[2] = {.share = 0.3, .interval = {.low = 0.2, .high = 0.4}, .messages = 59, .all = 0.1};
  EXPECT_EQ(feelings_in_short(groups, 2),
            "annoyed: about 8 in 10 of 59 messages (66–91 %), in all 5 in 10; worried: 3 in 10 "
            "(20–40 %), in all 1 in 10; 12 % unsure");
}

TEST(Words, TheLargestFeelingIsToldAndOthersWhereTheyAreSurelyThere) {
  FeelingShares groups{};
  EXPECT_TRUE(told_feelings(groups, 3).empty());
  groups[0] = {.share = 0.3, .interval = {.low = 0.05, .high = 0.7}};
  groups[1] = {.share = 0.5, .interval = {.low = 0.2, .high = 0.8}};
  groups[2] = {.share = 0.25, .interval = {.low = 0.11, .high = 0.5}};
  groups[3] = {.share = 0.9, .interval = {.low = 0.8, .high = 0.95}};
  EXPECT_EQ(told_feelings(groups, 3), (std::vector<std::size_t>{1, 2})) << "glad is no trouble";
  EXPECT_EQ(told_feelings(groups, 1), (std::vector<std::size_t>{1}));
}

TEST(Words, OnlyFeelingsThatAreToBeNamedAre) {
  const std::vector<EmotionShare> feelings = {{.emotion = 27, .share = 0.6},
                                              {.emotion = 2, .share = 0.3, .named = true},
                                              {.emotion = 3, .share = 0.2, .named = true},
                                              {.emotion = 14, .share = 0.01}};
  EXPECT_EQ(feeling_words(feelings, 5), (std::vector<std::string_view>{"anger", "annoyance"}));
  EXPECT_EQ(feeling_words(feelings, 1), (std::vector<std::string_view>{"anger"}));
}

TEST(Words, WhatGoesAlongIsSaidOnlyWhereItIsClear) {
  Association driver{.known = true, .rating = true, .effect = -1.4};
  driver.interval = {.low = -1.7, .high = -1.1};
  const RatingScale stars{.low = 1, .high = 5, .stars = true};
  EXPECT_EQ(driver_words(driver, stars), "");
  driver.direction = Direction::lower;
  EXPECT_EQ(driver_words(driver, stars), "rate 1.4 stars lower (1.1–1.7)");
  EXPECT_EQ(driver_words(driver, {.low = 0, .high = 10}),
            "rate 1.4 points lower (1.1–1.7), from 0 to 10");
  driver = {.known = true, .effect = 0.3, .interval = {.low = 0.2, .high = 0.4}};
  driver.direction = Direction::higher;
  EXPECT_EQ(driver_words(driver, {}),
            "end on words that read 0.30 higher (0.20–0.40), from -1 to 1");
  driver.known = false;
  EXPECT_EQ(driver_words(driver, {}), "");
}

TEST(Words, ListsReadLikeSentences) {
  EXPECT_EQ(list_words({}), "");
  EXPECT_EQ(list_words({"a"}), "a");
  EXPECT_EQ(list_words({"a", "b"}), "a and b");
  EXPECT_EQ(list_words({"a", "b", "c"}), "a, b and c");
}

TEST(Words, FacetsAreNamedWithTheirShareUpToFour) {
  Topic topic;
  EXPECT_EQ(facet_words(topic), "");
  for (const std::string_view name : {"left outside", "no update", "wrong door", "late", "lost"})
    topic.facets.push_back({.name = std::string(name), .reach = {.count = 3, .of = 100}});
  topic.facets[1].reach = {.count = 3, .of = 200};
  EXPECT_EQ(facet_words(topic),
            "left outside (3 %), no update (1.5 %), wrong door (3 %), late (3 %)");
}

TEST(Words, WhoMayBeInDangerIsSaidApart) {
  Explanation explanation = rich_explanation();
  EXPECT_EQ(care_words(explanation),
            "3 messages may come from somebody in a hard time; 1 may be in danger");
  explanation.care.resize(1);
  EXPECT_EQ(care_words(explanation), "1 message may come from somebody in danger");
  explanation.care[0].signs[0].kind = Care::debt;
  EXPECT_EQ(care_words(explanation), "1 message may come from somebody in a hard time");
}

TEST(Words, WhatWasReadIsOneSentenceAndWhatWasNotFollows) {
  Explanation explanation = rich_explanation();
  EXPECT_EQ(
      read_words(explanation),
      "Read 4,812 messages from 3,977 people, 1 March to 31 August 2026. 49 could not be read. "
      "118 in other languages, counted apart.");
  Explanation one;
  one.used = 1;
  EXPECT_EQ(read_words(one), "Read 1 message.");
}

TEST(Words, TheSeverityFormulaSpeaksOfTheUnit) {
  EXPECT_NE(severity_formula(Unit::people).find("people"), std::string::npos);
  const std::string messages = severity_formula(Unit::messages);
  EXPECT_EQ(messages.find("people"), std::string::npos);
  EXPECT_EQ(messages.find("more than one day"), std::string::npos);
}

TEST(Words, NothingCommandsATerminal) {
  const std::string safe = for_terminal(
      "a\x1b[31mb\r\n\tc\x7F\xC2\x9B"
      "d\xE2\x80\xAE"
      "e\xE2\x81\xA6");
  EXPECT_EQ(safe, "a [31mb   c  d e ");
  const std::string repaired = for_terminal(
      "8-bit \x9B"
      "31m and \xFF");
  EXPECT_EQ(first_invalid(repaired), std::string::npos);
  EXPECT_EQ(repaired.find('\x9B'), std::string::npos);
}

TEST(Words, OrdinaryTextIsKeptByteForByte) {
  const std::string_view text = "Süß – “très bon” 日本語 👩‍👩‍👧 ‍";
  EXPECT_EQ(for_terminal(text), text);
}

TEST(Words, ShorteningCutsAtAWordAndSaysSo) {
  EXPECT_EQ(shortened("  one \n two  ", 20), "one two");
  EXPECT_EQ(shortened("the quick brown fox", 12), "the quick…");
  EXPECT_EQ(shortened("ääääää", 3), "äää…");
  EXPECT_EQ(shortened("abc", 3), "abc");
}

TEST(Words, AQuestionNamesItsProblemAndWhatIsUnknown) {
  EXPECT_EQ(question_words({.problem = "gift card", .asks = Unknown::step, .said = 0.04}),
            "“gift card”: only 4 % of the sentences say at which step it happens. Ask: what were "
            "you doing just before it happened, step by step?");
  EXPECT_EQ(question_words({.problem = "gift card", .asks = Unknown::reply}),
            "“gift card”: none of the sentences says what they were told. Ask: whom did you ask "
            "about it, and what were you told?");
}

TEST(Words, ComplaintsOfNoTopicAreCounted) {
  Explanation explanation;
  explanation.unit = Unit::people;
  explanation.no_topic.reach = {.count = 40, .of = 400, .interval = {}};
  EXPECT_EQ(no_topic_words(explanation),
            "40 people (10 %) complain of what few others do, or do not say of what");
  explanation.unit = Unit::messages;
  explanation.no_topic.reach = {.count = 1, .of = 10, .interval = {}};
  EXPECT_EQ(no_topic_words(explanation),
            "1 message (10 %) complains of what few others do, or does not say of what");
}

}  // namespace
}  // namespace attune
