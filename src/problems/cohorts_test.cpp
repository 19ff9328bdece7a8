// SPDX-License-Identifier: Apache-2.0
#include "problems/cohorts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attune::problems {
namespace {

/// One message a person; `sizes[g]` people in group g, the first `speakers[g]` of whom mention the
/// problem and read as negative.
struct Made {
  Corpus corpus;
  std::vector<FoundTopic> problems;
};

Made make(const std::vector<std::uint32_t>& sizes, const std::vector<std::uint32_t>& speakers) {
  Made made;
  FoundTopic problem;
  problem.topic.name = "late parcel";
  std::uint32_t unit = 0;
  for (std::uint32_t g = 0; g < sizes.size(); ++g) {
    made.corpus.brands.push_back("brand " + std::to_string(g));
    for (std::uint32_t i = 0; i < sizes[g]; ++i, ++unit) {
      CorpusMessage message;
      message.unit = unit;
      message.brand = g;
      message.sentiment = i < speakers[g] ? Polarity::negative : Polarity::positive;
      if (i < speakers[g]) problem.mentions.push_back({.unit = unit});
      made.corpus.messages.push_back(std::move(message));
    }
  }
  made.corpus.units = unit;
  made.problems = {problem};
  return made;
}

std::vector<Cohort> compare(const Made& made, std::size_t fewest = 30) {
  return compare_cohorts(
      made.corpus,
      {.names = made.corpus.brands, .group = &CorpusMessage::brand, .fewest_units = fewest},
      made.problems);
}

TEST(Cohorts, AGroupThatDiffersIsMarkedAndOnesThatDoNotAreNot) {
  const std::vector<Cohort> groups = compare(make({400, 400, 400}, {200, 60, 60}));
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].problems[0].second.direction, Direction::higher);
  EXPECT_EQ(groups[1].problems[0].second.direction, Direction::lower);
  EXPECT_GT(groups[0].problems[0].second.difference.low, 0.2);
  const std::vector<Cohort> alike = compare(make({400, 400, 400}, {60, 62, 58}));
  for (const Cohort& group : alike) EXPECT_EQ(group.problems[0].second.direction, Direction::open);
}

TEST(Cohorts, WhichWayAGroupDiffersIsSaidByItsShare) {
  // Fisher's mid-p sees a difference that Newcombe's interval does not.
  const std::vector<Cohort> groups = compare(make({30, 45}, {10, 25}));
  const CohortCell& more = groups[0].negative;  // The larger group stands first.
  const CohortCell& less = groups[1].negative;
  ASSERT_NE(more.direction, Direction::open);
  EXPECT_GT(more.share.value(), less.share.value());
  EXPECT_LE(more.difference.low, 0);
  EXPECT_EQ(more.direction, Direction::higher);
  EXPECT_EQ(less.direction, Direction::lower);
}

TEST(Cohorts, ACellUnderTenIsHiddenAndSoIsOneThatWouldGiveItAway) {
  const std::vector<Cohort> groups = compare(make({100, 100, 100}, {4, 50, 60}));
  EXPECT_TRUE(groups[0].problems[0].second.hidden);
  const int hidden = static_cast<int>(groups[1].problems[0].second.hidden) +
                     static_cast<int>(groups[2].problems[0].second.hidden);
  EXPECT_EQ(hidden, 1) << "the total is shown, so one hidden cell alone could be computed";
  EXPECT_EQ(groups[0].problems[0].second.share.count, 0U) << "a hidden cell holds no number";
}

TEST(Cohorts, AlmostEverybodyIsAsTellingAsAlmostNobody) {
  const std::vector<Cohort> groups = compare(make({100, 100, 100}, {97, 50, 40}));
  EXPECT_TRUE(groups[0].problems[0].second.hidden);
}

TEST(Cohorts, SmallGroupsArePooledAndAPoolUnderTenIsHidden) {
  const std::vector<Cohort> groups = compare(make({100, 100, 4, 3}, {50, 50, 2, 1}));
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_TRUE(groups[2].pooled);
  EXPECT_TRUE(groups[2].hidden);
  EXPECT_EQ(groups[2].units, 0U);
  EXPECT_TRUE(groups[2].negative.hidden);
}

TEST(Cohorts, OneGroupIsNoComparison) {
  EXPECT_TRUE(compare(make({100}, {50})).empty());
}

}  // namespace
}  // namespace attune::problems
