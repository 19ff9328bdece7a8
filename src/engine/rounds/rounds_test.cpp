// SPDX-License-Identifier: Apache-2.0
#include "problems/rounds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/hash.h"
#include "report/json/json.h"
#include "report/json/read_round.h"

namespace attune {
namespace {

TopicPrint print(const std::string& name, const std::vector<std::string>& words,
                 std::uint64_t count) {
  TopicPrint out{.theme = "t_" + name, .name = name, .count = count};
  for (const std::string& word : words) out.terms.emplace_back(hash64(word), 1.0F);
  out.least = 0.5F;
  out.by_words = count;
  return out;
}

/// `people` people who say these words, from unit `first` on.
void say(problems::PassageWords& words, const std::vector<std::string>& said, std::uint32_t first,
         std::uint32_t people) {
  for (std::uint32_t i = 0; i < people; ++i) {
    std::vector<std::uint64_t> hashes;
    for (const std::string& word : said) hashes.push_back(hash64(word));
    std::sort(hashes.begin(), hashes.end());
    words.words.push_back(std::move(hashes));
    words.unit.push_back(first + i);
  }
}

EarlierRound earlier() {
  EarlierRound round{.unit = Unit::people, .units = 1000};
  round.problems = {print("late parcel", {"late", "parcel"}, 100),
                    print("rude staff", {"rude", "staff"}, 100),
                    print("broken mug", {"broken", "mug"}, 100)};
  return round;
}

const TopicChange& change_of(const RoundComparison& comparison, const std::string& name) {
  const auto at = std::find_if(comparison.problems.begin(), comparison.problems.end(),
                               [&](const TopicChange& change) { return change.name == name; });
  EXPECT_NE(at, comparison.problems.end()) << name;
  return *at;
}

TEST(Rounds, BetterWorseSolvedAndUnchangedAreToldApart) {
  problems::PassageWords words;
  say(words, {"late", "parcel"}, 0, 220);
  say(words, {"rude", "staff"}, 300, 40);
  Explanation now;
  now.unit = Unit::people;
  now.units = 1000;
  const RoundComparison compared = problems::compare_with(earlier(), now, words);
  EXPECT_EQ(change_of(compared, "late parcel").turn, Turn::worse);
  EXPECT_EQ(change_of(compared, "rude staff").turn, Turn::better);
  EXPECT_EQ(change_of(compared, "broken mug").turn, Turn::solved);
  EXPECT_EQ(compared.problems.front().name, "late parcel") << "worse comes first";
  const TopicChange& late = change_of(compared, "late parcel");
  EXPECT_NEAR(late.difference, 0.12, 1e-9);
  EXPECT_LT(late.interval.low, 0.12);
  EXPECT_GT(late.interval.low, 0.08);
}

TEST(Rounds, AProblemOfBothIsCountedInEachAsThatRoundShowsIt) {
  problems::PassageWords words;
  say(words, {"late", "parcel"}, 0, 220);
  Explanation now;
  now.unit = Unit::people;
  now.units = 1000;
  now.prints = {print("parcel too late", {"late", "parcel"}, 235)};
  EarlierRound before = earlier();
  before.problems[0].by_words = 90;  // Its words found fewer then than it has people.
  const RoundComparison compared = problems::compare_with(before, now, words);
  const TopicChange& late = change_of(compared, "parcel too late");
  EXPECT_EQ(late.name_before, "late parcel");
  EXPECT_EQ(late.before.count, 100U);
  EXPECT_EQ(late.now.count, 235U);
  EXPECT_EQ(late.turn, Turn::worse);
}

TEST(Rounds, GroupsThatMoveWithoutTheirWordsHaveNotMoved) {
  problems::PassageWords words;
  say(words, {"late", "parcel"}, 0, 100);
  Explanation now;
  now.unit = Unit::people;
  now.units = 1000;
  now.prints = {print("late parcel", {"late", "parcel"}, 220)};  // Grouped more widely than before.
  const RoundComparison compared = problems::compare_with(earlier(), now, words);
  EXPECT_EQ(change_of(compared, "late parcel").turn, Turn::unclear);
}

TEST(Rounds, WhatIsGoneIsCountedByItsWordsAtTheEarlierRate) {
  problems::PassageWords words;
  say(words, {"rude", "staff"}, 0, 40);
  Explanation now;
  now.unit = Unit::people;
  now.units = 1000;
  EarlierRound before = earlier();
  before.problems[1].by_words = 80;
  const RoundComparison compared = problems::compare_with(before, now, words);
  const TopicChange& rude = change_of(compared, "rude staff");
  EXPECT_EQ(rude.before.count, 100U);
  EXPECT_EQ(rude.now.count, 50U);
  EXPECT_EQ(rude.turn, Turn::better);
}

TEST(Rounds, OneWordInCommonMakesNoMatch) {
  problems::PassageWords words;
  say(words, {"app", "price", "month"}, 0, 90);
  Explanation now;
  now.unit = Unit::people;
  now.units = 1000;
  now.prints = {print("app price", {"app", "price", "month"}, 90)};
  now.common_words = {{hash64("app"), 90}, {hash64("price"), 90}, {hash64("month"), 90}};
  std::sort(now.common_words.begin(), now.common_words.end());
  EarlierRound before{.unit = Unit::people, .units = 1000};
  before.problems = {print("app crashes", {"app", "crash"}, 100)};
  before.common_words = {{hash64("app"), 100}, {hash64("crash"), 100}};
  const RoundComparison compared = problems::compare_with(before, now, words);
  EXPECT_EQ(change_of(compared, "app price").turn, Turn::fresh);
  EXPECT_TRUE(change_of(compared, "app crashes").theme.empty());
}

TEST(Rounds, TheOneWordThatBothAreAboutMakesAMatch) {
  const TopicPrint before = print("refund", {"refund"}, 50);
  EXPECT_GT(problems::likeness(before, print("no refund", {"refund", "no"}, 50)), 0.7);
  EXPECT_EQ(problems::likeness(before, print("shop", {"refund", "shop", "desk"}, 50)), 0);
}

TEST(Rounds, OneLoudPersonCountsOnceInTheNewRoundToo) {
  problems::PassageWords words;
  for (int i = 0; i < 300; ++i) say(words, {"late", "parcel"}, 7, 1);
  EXPECT_EQ(problems::count_by_prints(earlier().problems, words)[0], 1U);
}

TEST(Rounds, AProblemIsNewOnlyIfItsWordsWereRareBefore) {
  problems::PassageWords words;
  say(words, {"gift", "card"}, 0, 90);
  Explanation now;
  now.unit = Unit::people;
  now.units = 1000;
  now.prints = {print("gift card", {"gift", "card"}, 90)};
  for (const char* word : {"gift", "card"}) now.common_words.emplace_back(hash64(word), 90);
  std::sort(now.common_words.begin(), now.common_words.end());
  EarlierRound before = earlier();
  EXPECT_EQ(change_of(problems::compare_with(before, now, words), "gift card").turn, Turn::fresh);
  before.common_words = {{hash64("gift"), 85}, {hash64("card"), 88}};
  const RoundComparison compared = problems::compare_with(before, now, words);
  EXPECT_TRUE(std::none_of(compared.problems.begin(), compared.problems.end(),
                           [](const TopicChange& change) { return change.name == "gift card"; }));
}

TEST(Rounds, AnAnswerComesBackFromItsJson) {
  Explanation written;
  written.files = {"old.csv"};
  written.unit = Unit::people;
  written.units = 500;
  written.from = "2026-01-01";
  written.to = "2026-02-28";
  written.feelings.negative = {.count = 120, .of = 500};
  written.prints = {print("late parcel", {"late", "parcel"}, 40)};
  written.prints[0].messages = {3, 17};
  written.common_words = {{hash64("late"), 44}};
  const auto read = parse_round(explanation_json(written));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->units, 500U);
  EXPECT_EQ(read->negative, 120U);
  EXPECT_EQ(read->from, "2026-01-01");
  ASSERT_EQ(read->problems.size(), 1U);
  EXPECT_EQ(read->problems[0].terms, written.prints[0].terms);
  EXPECT_EQ(read->problems[0].messages, written.prints[0].messages);
  EXPECT_EQ(read->problems[0].by_words, 40U);
  EXPECT_FLOAT_EQ(read->problems[0].least, 0.5F);
  EXPECT_EQ(read->common_words.at(hash64("late")), 44U);
}

TEST(Rounds, WhatIsNoAnswerIsRefusedInOneSentence) {
  for (const char* text : {"", "{", "[]", "{}", "null", "\xFF", R"({"problems":[]})",
                           R"({"problems":3,"sentiment":1,"read":1,"unit":"people"})"}) {
    const auto read = parse_round(text);
    ASSERT_FALSE(read) << text;
    EXPECT_NE(read.error().message.find("explain"), std::string::npos);
    EXPECT_EQ(read.error().message.find('\n'), std::string::npos);
  }
}

TEST(Rounds, AnOlderAnswerSaysWhatToDo) {
  const auto read =
      parse_round(R"({"problems":[],"sentiment":{},"read":1,"unit":"people","units":3})");
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("run explain --json on its file again"), std::string::npos);
}

TEST(Rounds, ALyingAnswerCannotBreakTheCounts) {
  const auto read = parse_round(
      R"({"problems":[],"sentiment":{"negative":{"count":99}},"read":1,"unit":"people","units":3,
      "for_next_round":{"problems":[{"name":5,"count":1e99,"by_words":70,"terms":[[1,2],["zz"]],
      "least":"x","messages":[{}]}],"words":[["ab",7],[]]}})");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_LE(read->negative, 3U);
  EXPECT_LE(read->problems.at(0).by_words, 3U);
  Explanation now;
  now.units = 2;
  EXPECT_NO_FATAL_FAILURE((void)problems::compare_with(*read, now, {}));
}

}  // namespace
}  // namespace attune
