// SPDX-License-Identifier: Apache-2.0
#include "report/headline.h"

#include <gtest/gtest.h>

#include "report/report_testing.h"
#include "report/words.h"

namespace attune {
namespace {

/// Three problems of 100 units: the first grows since a day, the second has one name.
Explanation three_problems(Answer answer, std::size_t key) {
  Explanation out;
  out.unit = Unit::people;
  out.answer = answer;
  out.key_problems = key;
  const auto add = [&](std::string_view name, std::uint64_t count) {
    Topic topic{.rank = static_cast<std::uint32_t>(out.problems.size() + 1)};
    topic.name = name;
    topic.reach = {.count = count, .of = 100};
    out.problems.push_back(topic);
  };
  add("heating or water: cold radiators", 20);
  add("noise at night", 10);
  add("parking: barrier stuck", 5);
  Trend& trend = out.problems[0].trend;
  trend.known = trend.significant = true;
  trend.verdict = TrendVerdict::growing;
  trend.since = "2026-06-08";
  return out;
}

constexpr std::string_view kFirst =
    "heating or water (cold radiators), about 1 in 5 people, growing since about 8 June 2026";

TEST(Headline, NamesWhatToSolveFirstForHowManyAndSinceWhen) {
  EXPECT_EQ(
      headline(three_problems(Answer::both_stand_out, 2)),
      "Solve these first: " + std::string(kFirst) + "; and noise at night, about 1 in 10 people.");
  EXPECT_EQ(headline(three_problems(Answer::first_stands_out, 1)),
            "Solve this first: " + std::string(kFirst) + ". What comes second is open.");
  Explanation one = three_problems(Answer::only_one, 1);
  one.problems.resize(1);
  EXPECT_EQ(headline(one),
            "Solve this first: " + std::string(kFirst) + ". No other problem is shared by enough.");
}

TEST(Headline, ADateIsSaidOnlyOfWhatSurelyGrows) {
  Explanation explanation = three_problems(Answer::first_stands_out, 1);
  Trend& trend = explanation.problems[0].trend;
  trend.since.clear();
  EXPECT_NE(headline(explanation).find("people, growing. What"), std::string::npos);
  trend.since = "2026-06-08";
  for (const TrendVerdict verdict : {TrendVerdict::may_be_growing, TrendVerdict::steady,
                                     TrendVerdict::shrinking, TrendVerdict::unknown}) {
    trend.verdict = verdict;
    EXPECT_EQ(headline(explanation),
              "Solve this first: heating or water (cold radiators), about 1 in 5 people. What "
              "comes second is open.");
  }
  trend.verdict = TrendVerdict::growing;
  trend.significant = false;
  EXPECT_EQ(headline(explanation).find("June"), std::string::npos);
}

TEST(Headline, AnOpenOrderIsCalledOpenAndItsCandidatesAreNamed) {
  Explanation explanation = three_problems(Answer::too_close, 0);
  explanation.ties = {{1, 2, 3}};
  const std::string all = std::string(kFirst) +
                          "; noise at night, about 1 in 10 people; and parking (barrier stuck), "
                          "about 1 in 20 people";
  EXPECT_EQ(headline(explanation),
            "No single problem stands out; the order of these is open: " + all + ".");
  explanation.answer = Answer::open;
  EXPECT_EQ(
      headline(explanation),
      "Which problem comes first is open, among others between these: " + std::string(kFirst) +
          "; and noise at night, about 1 in 10 people. Grouped anew, the same messages put "
          "others first.");
  explanation.problems.resize(1);
  EXPECT_EQ(headline(explanation),
            "Whether a problem stands out is open: " + std::string(kFirst) + ".");
}

TEST(Headline, OfManyCandidatesThreeAreNamedAndTheOthersCounted) {
  Explanation explanation = three_problems(Answer::too_close, 0);
  for (const std::uint32_t rank : {4U, 5U}) {
    explanation.problems.push_back(explanation.problems[1]);
    explanation.problems.back().rank = rank;
  }
  explanation.ties = {{1, 2, 3, 4, 5}};
  const std::string said = headline(explanation);
  EXPECT_NE(said.find("; parking (barrier stuck), about 1 in 20 people; and 2 more."),
            std::string::npos)
      << said;
}

TEST(Headline, OnlyKeyProblemsAreToBeSolvedFirst) {
  for (const Answer answer : {Answer::too_close, Answer::open, Answer::mostly_content,
                              Answer::no_problem, Answer::too_few}) {
    Explanation explanation = three_problems(answer, 0);
    explanation.ties = {{1, 2, 3}};
    explanation.content = {.count = 90, .of = 100};
    EXPECT_EQ(headline(explanation).find("olve"), std::string::npos) << headline(explanation);
  }
}

TEST(Headline, ANameOfOneHalfStaysAsItIs) {
  for (const std::string_view name : {"noise", "a:b", ": x", "noise: "}) {
    Explanation explanation = three_problems(Answer::only_one, 1);
    explanation.problems[0].name = name;
    EXPECT_EQ(headline(explanation).rfind("Solve this first: " + std::string(name) + ", about", 0),
              0U)
        << headline(explanation);
  }
}

TEST(Headline, AHalfThatRepeatsTheOtherIsSaidOnce) {
  Explanation explanation = three_problems(Answer::only_one, 1);
  for (const std::string_view name : {"beds and rooms: beds and rooms", "beds and rooms: rooms"}) {
    explanation.problems[0].name = name;
    EXPECT_EQ(headline(explanation).rfind("Solve this first: beds and rooms, about 1", 0), 0U);
  }
}

TEST(Headline, WithoutProblemsNoneIsNamed) {
  Explanation explanation = three_problems(Answer::no_problem, 0);
  EXPECT_EQ(headline(explanation), "No problem is shared by enough people to be named.");
  EXPECT_EQ(note_words(explanation), "");
  explanation.unit = Unit::messages;
  EXPECT_EQ(headline(explanation), "No problem is shared by enough messages to be named.");
}

TEST(Headline, WhereMostAreContentItSaysSoAndNamesTheLargestProblem) {
  Explanation explanation = three_problems(Answer::mostly_content, 0);
  explanation.content = {.count = 90, .of = 100};
  explanation.problems.erase(explanation.problems.begin());
  EXPECT_EQ(headline(explanation),
            "Most people are content (about 9 in 10); the largest problem is noise at night, about "
            "1 in 10 people.");
  explanation.problems.clear();
  explanation.unit = Unit::messages;
  EXPECT_EQ(headline(explanation),
            "Most messages are content (about 9 in 10); no problem is shared by enough to be "
            "named.");
}

TEST(Headline, WhereThereIsLittleToSayItIsTheNote) {
  Explanation explanation = rich_explanation();
  explanation.counted = 3;
  for (const Answer answer : {Answer::nothing, Answer::only_praise, Answer::no_messages,
                              Answer::unread, Answer::too_few}) {
    explanation.answer = answer;
    EXPECT_NE(note_words(explanation), "");
    EXPECT_EQ(headline(explanation), note_words(explanation));
    EXPECT_EQ(shown_in_full(explanation), 0U);
  }
  EXPECT_EQ(headline(explanation),
            "Only 3 messages: too few to rank problems. Read them all; it takes a few minutes.");
  explanation.counted = 1;
  EXPECT_EQ(headline(explanation),
            "Only 1 message: too few to rank problems. Read it; it takes a few minutes.");
}

}  // namespace
}  // namespace attune
