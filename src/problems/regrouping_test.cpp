// SPDX-License-Identifier: Apache-2.0
#include "problems/regrouping.h"

#include <gtest/gtest.h>

#include <vector>

namespace attune::problems {
namespace {

/// A problem that the units from `first` to before `last` speak of.
FoundTopic problem(std::uint32_t first, std::uint32_t last) {
  FoundTopic out;
  for (std::uint32_t unit = first; unit < last; ++unit) out.mentions.push_back({.unit = unit});
  return out;
}

Ranking ranking(std::vector<FoundTopic> problems) {
  return {.problems = std::move(problems)};
}

TEST(Regrouping, AProblemIsTheSameFromHalfOfItsUnitsOn) {
  EXPECT_TRUE(same_problem(problem(0, 10), problem(0, 10)));
  EXPECT_TRUE(same_problem(problem(0, 10), problem(0, 20)));   // 10 of 20.
  EXPECT_FALSE(same_problem(problem(0, 10), problem(0, 21)));  // 10 of 21.
  EXPECT_FALSE(same_problem(problem(0, 10), problem(10, 20)));
  EXPECT_FALSE(same_problem(problem(0, 0), problem(0, 0)));
}

TEST(Regrouping, TheFirstTwoAgreeInEitherOrder) {
  const FoundTopic late = problem(0, 10);
  const FoundTopic lost = problem(10, 20);
  const FoundTopic rude = problem(20, 30);
  EXPECT_EQ(agreement(ranking({late, lost, rude}), ranking({lost, late, rude})), 2U);
  EXPECT_EQ(agreement(ranking({late, lost}), ranking({late, rude})), 1U);
  EXPECT_EQ(agreement(ranking({late, lost}), ranking({rude, late})), 0U);
  EXPECT_EQ(agreement(ranking({late}), ranking({late, lost})), 1U);
  EXPECT_EQ(agreement(ranking({}), ranking({late, lost})), 0U);
}

TEST(Regrouping, TheOneThatMostAgreeWithIsShown) {
  const FoundTopic late = problem(0, 10);
  const FoundTopic lost = problem(10, 20);
  const FoundTopic rude = problem(20, 30);
  const std::vector<Ranking> rankings = {ranking({late, rude}), ranking({lost, late}),
                                         ranking({late, lost})};
  EXPECT_EQ(most_agreed(rankings), 2U);  // In part with the first, wholly with the second.
  EXPECT_EQ(most_agreed(std::vector{rankings[0]}), 0U);
  EXPECT_EQ(most_agreed(std::vector{rankings[2], rankings[1]}), 0U);
}

TEST(Regrouping, OneThatDisagreesIsDoubt) {
  EXPECT_EQ(confirmed(std::vector<std::size_t>{2, 2, 1, 2}), 1U);
  EXPECT_EQ(confirmed(std::vector<std::size_t>{2, 0, 2, 2}), 0U);
  EXPECT_EQ(confirmed(std::vector<std::size_t>{2, 2, 2, 2}), 2U);
  EXPECT_EQ(confirmed({}), 2U);
}

TEST(Regrouping, AProblemIsSeenThroughASample) {
  const UnitSample sample{.stride = 3, .offset = 1};
  const Ranking seen = seen_in(ranking({problem(0, 9), problem(9, 12)}), sample);
  ASSERT_EQ(seen.problems.size(), 2U);
  std::vector<std::uint32_t> units;
  for (const Mention& mention : seen.problems[0].mentions) units.push_back(mention.unit);
  EXPECT_EQ(units, (std::vector<std::uint32_t>{0, 1, 2}));  // 1, 4 and 7.
  EXPECT_TRUE(same_problem(seen.problems[0], problem(0, 3)));
}

TEST(Regrouping, ASampleIsACorpus) {
  Corpus whole;
  whole.unit = Unit::people;
  for (std::uint32_t i = 0; i < 10; ++i) {
    CorpusMessage message;
    message.unit = i % 5;
    message.row = i;
    message.first_clause = i * 2;
    message.last_clause = i * 2 + 2;
    message.unread = i == 6;
    message.care = i == 8;
    whole.messages.push_back(message);
    for (std::uint32_t c = 0; c < 2; ++c)
      whole.clauses.push_back({.message = i, .span = {.begin = i, .end = i + c}});
  }
  whole.care.push_back({.message = 4});  // Of unit 4, and of unit 3.
  whole.care.push_back({.message = 8, .signs = {{.kind = Care::illness}}});
  const Corpus part = sample_of(whole, {.stride = 2, .offset = 1});  // Units 1 and 3.
  ASSERT_EQ(part.care.size(), 1U);
  EXPECT_EQ(part.messages[part.care[0].message].row, 8U);
  EXPECT_EQ(signs_of(part, part.care[0].message).size(), 1U);
  ASSERT_EQ(part.messages.size(), 4U);
  EXPECT_EQ(part.units, 2U);
  EXPECT_EQ(part.people, 2U);
  EXPECT_EQ(part.unread, 1U);
  ASSERT_EQ(part.clauses.size(), 8U);
  for (std::uint32_t m = 0; m < part.messages.size(); ++m) {
    const CorpusMessage& message = part.messages[m];
    EXPECT_EQ(message.unit, message.row % 5 / 2);
    for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
      EXPECT_EQ(part.clauses[c].message, m);
      EXPECT_EQ(part.clauses[c].span.begin, message.row);
    }
  }
}

}  // namespace
}  // namespace attune::problems
