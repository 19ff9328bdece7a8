// SPDX-License-Identifier: Apache-2.0
#include "measure/compare.h"

#include <gtest/gtest.h>

#include <string>
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

std::string verdict(const RoundPair& pair, const RoundOptions& options = {}) {
  return name_of(compare_rounds(std::vector{pair}, options)[0].verdict);
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

TEST(Rounds, LookingAtManyThemesAsksForMore) {
  std::vector<RoundPair> pairs(40,
                               {.old_count = 50, .old_of = 400, .new_count = 50, .new_of = 400});
  pairs[0].new_count = 72;
  EXPECT_NE(compare_rounds(std::vector{pairs[0]}, {})[0].verdict, Verdict::unclear);
  EXPECT_EQ(compare_rounds(pairs, {})[0].verdict, Verdict::unclear);
}

}  // namespace
}  // namespace attune
