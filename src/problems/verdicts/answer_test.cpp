// SPDX-License-Identifier: Apache-2.0
#include "problems/verdicts/answer.h"

#include <gtest/gtest.h>

namespace attune::problems {
namespace {

TEST(KeyProblems, StandOutUnlessTheyAreTied) {
  EXPECT_EQ(key_problems({}, 2, 8), 2U);
  EXPECT_EQ(key_problems({{1, 2}}, 2, 8), 2U) << "both may be the first: both are key";
  EXPECT_EQ(key_problems({{1, 2, 3}}, 2, 8), 0U);
  EXPECT_EQ(key_problems({{2, 3}}, 2, 8), 1U);
  EXPECT_EQ(key_problems({{3, 4, 5}}, 2, 8), 2U);
}

TEST(KeyProblems, AreNoMoreThanThereAreOrThanOtherGroupingsConfirm) {
  EXPECT_EQ(key_problems({}, 2, 1), 1U);
  EXPECT_EQ(key_problems({}, 2, 0), 0U);
  EXPECT_EQ(key_problems({}, 1, 8), 1U);
  EXPECT_EQ(key_problems({{1, 2}}, 0, 8), 0U);
}

Explanation found(std::size_t problems, std::size_t key) {
  Explanation out;
  out.counted = 100;
  out.problems.resize(problems);
  out.key_problems = key;
  return out;
}

TEST(Answer, SaysHowManyStandOut) {
  EXPECT_EQ(answer_of(found(5, 2)), Answer::both_stand_out);
  EXPECT_EQ(answer_of(found(5, 1)), Answer::first_stands_out);
  EXPECT_EQ(answer_of(found(1, 1)), Answer::only_one);
  EXPECT_EQ(answer_of(found(5, 0)), Answer::open);
}

TEST(Answer, ThreeThatCouldBeTheFirstAreTooCloseAndTwoAreOpen) {
  Explanation out = found(5, 0);
  out.ties = {{1, 2}};
  EXPECT_EQ(answer_of(out), Answer::open);
  out.ties = {{1, 2, 3}};
  EXPECT_EQ(answer_of(out), Answer::too_close);
  out.ties = {{3, 4, 5}};
  EXPECT_EQ(answer_of(out), Answer::open);
}

TEST(Answer, UnderThirtyMessagesNothingIsRanked) {
  Explanation out = found(5, 2);
  out.counted = 29;
  EXPECT_EQ(answer_of(out), Answer::too_few);
  out.counted = 30;
  EXPECT_EQ(answer_of(out), Answer::both_stand_out);
}

TEST(Answer, WithoutMessagesItSaysWhy) {
  Explanation out;
  EXPECT_EQ(answer_of(out), Answer::no_messages);
  out.unread = 1;
  EXPECT_EQ(answer_of(out), Answer::unread);
}

TEST(Answer, WithoutProblemsItDeniesNothingThatIsListed) {
  Explanation out = found(0, 0);
  EXPECT_EQ(answer_of(out), Answer::nothing);
  out.needs.resize(1);
  EXPECT_EQ(answer_of(out), Answer::no_problem);
  out.praise.resize(1);
  EXPECT_EQ(answer_of(out), Answer::only_praise);
}

TEST(Answer, WhereNearlyAllAreContentThatIsTheAnswer) {
  Explanation out = found(2, 2);
  out.content = {.count = 80, .of = 100, .interval = {.low = .71, .high = .87}};
  for (Topic& problem : out.problems) problem.reach = {.count = 4, .of = 100};
  EXPECT_EQ(answer_of(out), Answer::mostly_content);
  out.problems[1].reach.count = 11;
  EXPECT_EQ(answer_of(out), Answer::both_stand_out) << "one problem reaches many";
  out.problems.clear();
  EXPECT_EQ(answer_of(out), Answer::mostly_content);
  out.content.interval.low = .6;
  EXPECT_EQ(answer_of(out), Answer::nothing) << "too few to be sure that most are content";
  out.content.interval.low = .9;
  out.counted = 12;
  EXPECT_EQ(answer_of(out), Answer::too_few);
}

TEST(Answer, LittleIsSaidOnlyWhereThereIsNoProblem) {
  for (const Answer answer : {Answer::nothing, Answer::only_praise, Answer::no_messages,
                              Answer::unread, Answer::too_few}) {
    EXPECT_TRUE(says_little(answer));
  }
  for (const Answer answer :
       {Answer::no_problem, Answer::both_stand_out, Answer::only_one, Answer::first_stands_out,
        Answer::too_close, Answer::open, Answer::mostly_content}) {
    EXPECT_FALSE(says_little(answer));
  }
}

}  // namespace
}  // namespace attune::problems
