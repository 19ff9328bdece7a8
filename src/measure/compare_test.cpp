// SPDX-License-Identifier: Apache-2.0
#include "measure/compare.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace attune {
namespace {

TEST(Rounds, IntervalAgreesWithNewcombe) {
  // Newcombe (1998), table II, method 10: 56/70 − 48/80; 9/10 − 3/10; 10/10 − 0/10.
  const Interval a = difference_interval(48, 80, 56, 70);
  EXPECT_NEAR(a.low, 0.0524, 5e-5);
  EXPECT_NEAR(a.high, 0.3339, 5e-5);
  const Interval b = difference_interval(3, 10, 9, 10);
  EXPECT_NEAR(b.low, 0.1705, 5e-5);
  EXPECT_NEAR(b.high, 0.8090, 5e-5);
  const Interval c = difference_interval(0, 10, 10, 10);
  EXPECT_NEAR(c.low, 0.6075, 5e-5);
  EXPECT_NEAR(c.high, 1, 5e-5);
}

TEST(Rounds, PAgreesWithTheTeaTaster) {
  // Fisher (1935): 3 of 4 against 1 of 4; tables 1, 16, 36, 16, 1 of 70: two-sided 34/70, mid-p
  // less half of the two tables as likely as the one seen.
  EXPECT_NEAR(same_share_p(3, 4, 1, 4), (2 + 32 / 2.0) / 70, 1e-12);
  EXPECT_EQ(same_share_p(0, 0, 1, 4), 1);
}

std::string_view verdict(const RoundPair& pair, const RoundOptions& options = {}) {
  return kTurnNames.at(
      static_cast<std::size_t>(compare_rounds(std::vector{pair}, options)[0].turn));
}

TEST(Rounds, SayWhatHappened) {
  EXPECT_EQ(verdict({.old_count = 60, .old_of = 400, .new_count = 120, .new_of = 400}), "worse");
  EXPECT_EQ(verdict({.old_count = 120, .old_of = 400, .new_count = 60, .new_of = 400}), "better");
  EXPECT_EQ(verdict({.old_count = 60, .old_of = 400, .new_count = 120, .new_of = 400},
                    {.more_is_worse = false}),
            "better");
  EXPECT_EQ(verdict({.old_count = 0, .old_of = 400, .new_count = 30, .new_of = 400}), "new");
  EXPECT_EQ(verdict({.old_count = 40, .old_of = 400, .new_count = 1, .new_of = 400}), "solved");
  EXPECT_EQ(verdict({.old_count = 900, .old_of = 4000, .new_count = 905, .new_of = 4000}),
            "unchanged");
  EXPECT_EQ(verdict({.old_count = 3, .old_of = 40, .new_count = 5, .new_of = 40}), "unclear");
  EXPECT_EQ(verdict({.old_count = 3, .old_of = 40}), "unclear");
}

TEST(Rounds, HardlyAnybodyIsATenthOfTheOtherRound) {
  EXPECT_EQ(verdict({.old_count = 10, .old_of = 1000, .new_count = 100, .new_of = 1000}), "new");
  EXPECT_EQ(verdict({.old_count = 11, .old_of = 1000, .new_count = 100, .new_of = 1000}), "worse");
  EXPECT_EQ(verdict({.old_count = 100, .old_of = 1000, .new_count = 10, .new_of = 1000}), "solved");
  EXPECT_EQ(verdict({.old_count = 100, .old_of = 1000, .new_count = 11, .new_of = 1000}), "better");
}

TEST(Rounds, UnchangedIsOnlyWhatCannotHideAChangeThatMatters) {
  const RoundPair same{.old_count = 500, .old_of = 10'000, .new_count = 500, .new_of = 10'000};
  const double reach = compare_rounds(std::vector{same}, {})[0].interval.high;
  // A quarter of 5 % matters, or one point: whichever is more.
  const RoundOptions under{.smallest_points = reach - 1e-6, .smallest_part = 0};
  const RoundOptions over{.smallest_points = reach + 1e-6, .smallest_part = 0};
  EXPECT_EQ(verdict(same, under), "unclear");
  EXPECT_EQ(verdict(same, over), "unchanged");
  EXPECT_EQ(verdict(same, {.smallest_points = 0, .smallest_part = (reach + 1e-6) / 0.05}),
            "unchanged");
  EXPECT_EQ(verdict(same, {.smallest_points = 0, .smallest_part = (reach - 1e-6) / 0.05}),
            "unclear");
}

TEST(Rounds, EveryTurnMovesForTheWorseForTheBetterOrNotAtAll) {
  for (const Turn turn : {Turn::worse, Turn::fresh}) {
    EXPECT_TRUE(for_the_worse(turn) && has_moved(turn) && !for_the_better(turn));
  }
  for (const Turn turn : {Turn::better, Turn::solved}) {
    EXPECT_TRUE(for_the_better(turn) && has_moved(turn) && !for_the_worse(turn));
  }
  for (const Turn turn : {Turn::unchanged, Turn::unclear}) EXPECT_FALSE(has_moved(turn));
}

TEST(Rounds, LookingAtManyThemesAsksForMore) {
  std::vector<RoundPair> pairs(40,
                               {.old_count = 50, .old_of = 400, .new_count = 50, .new_of = 400});
  pairs[0].new_count = 72;
  EXPECT_NE(compare_rounds(std::vector{pairs[0]}, {})[0].turn, Turn::unclear);
  EXPECT_EQ(compare_rounds(pairs, {})[0].turn, Turn::unclear);
}

}  // namespace
}  // namespace attune
