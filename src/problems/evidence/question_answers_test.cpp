// SPDX-License-Identifier: Apache-2.0
#include "problems/evidence/question_answers.h"

#include <gtest/gtest.h>

#include <string_view>

namespace attune::problems {
namespace {

constexpr std::uint16_t bit(Kind kind) {
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
}

/// The only clause of an answer after its question was heeded.
CorpusClause heeded(Asked asked, std::string_view text, const CorpusClause& clause) {
  std::vector<CorpusClause> clauses = {clause};
  heed_question(asked, text, clauses);
  return clauses.front();
}

TEST(QuestionAnswers, AShortAnswerIsWhatWasAskedFor) {
  const CorpusClause price{.first = Kind::context};
  EXPECT_TRUE(heeded(Asked::bad, "price", price).is(Kind::struggle));
  EXPECT_TRUE(heeded(Asked::good, "price", price).is(Kind::praise));
  EXPECT_TRUE(heeded(Asked::wishes, "price", price).is(Kind::need));
  EXPECT_EQ(heeded(Asked::bad, "price", price).first, Kind::struggle);
  EXPECT_GE(heeded(Asked::bad, "price", price).p, 0.5F);
  EXPECT_EQ(heeded(Asked::anything, "price", price).kinds, 0);
}

TEST(QuestionAnswers, PraiseIsNoProblemUnderOneQuestionAndNoPraiseUnderTheOther) {
  const CorpusClause both{
      .kinds = bit(Kind::struggle) | bit(Kind::praise), .first = Kind::struggle, .p = 0.7F};
  const CorpusClause good = heeded(Asked::good, "No queues", both);
  EXPECT_FALSE(good.is(Kind::struggle));
  EXPECT_EQ(good.first, Kind::praise);
  const CorpusClause bad = heeded(Asked::bad, "Kind words and no deeds", both);
  EXPECT_FALSE(bad.is(Kind::praise));
  EXPECT_EQ(bad.first, Kind::struggle);
}

TEST(QuestionAnswers, WhatIsSaidOutrightNeedsNoHelp) {
  std::vector<CorpusClause> clauses = {{.first = Kind::context},
                                       {.kinds = bit(Kind::struggle), .first = Kind::struggle}};
  heed_question(Asked::bad, "We came in May, and the lift was broken", clauses);
  EXPECT_EQ(clauses[0].kinds, 0) << "where they came from is no problem";
  EXPECT_TRUE(clauses[1].is(Kind::struggle));
}

TEST(QuestionAnswers, AWishMayTellOfAProblemToo) {
  const CorpusClause wish = heeded(Asked::wishes, "The lift is broken every week",
                                   {.kinds = bit(Kind::struggle), .first = Kind::struggle});
  EXPECT_TRUE(wish.is(Kind::need));
  EXPECT_TRUE(wish.is(Kind::struggle));
}

TEST(QuestionAnswers, NothingIsAnAnswer) {
  for (const std::string_view text :
       {"Nothing", "nothing really", "None.", "None that I can think of", "Nothing at all!",
        "Can't think of anything", "Nope", "No complaints", "Nothing comes to mind", "No Negative",
        "nothing, it was perfect", "Not really", "No issues", "Nothing so far"}) {
    EXPECT_TRUE(answers_nothing(text)) << text;
    EXPECT_EQ(heeded(Asked::bad, text, {.first = Kind::other}).kinds, 0) << text;
  }
}

TEST(QuestionAnswers, WhatBeginsLikeNothingMayBeSomething) {
  for (const std::string_view text :
       {"Nothing works", "No parking", "No hot water", "Nothing like the picture", "price",
        "None of the lamps had bulbs", "Not enough towels", "No reply for weeks", "Noise",
        "Can't open the window", "Nothing to eat after nine", ""}) {
    EXPECT_FALSE(answers_nothing(text)) << text;
  }
}

}  // namespace
}  // namespace attune::problems
