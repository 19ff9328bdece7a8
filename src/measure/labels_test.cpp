// SPDX-License-Identifier: Apache-2.0
#include "measure/labels.h"

#include <gtest/gtest.h>

#include <vector>

#include "measure/interval.h"

namespace attune {
namespace {

TEST(LabelShare, IsWilsonWhereLabelsAreSureAndEverybodyWritesOnce) {
  std::vector<PersonLabels> people(200);
  for (std::size_t i = 0; i < 60; ++i) people[i].sum_p = 1;
  const LabelShare share = label_share(people, Whose::population);
  EXPECT_DOUBLE_EQ(share.share, 0.3);
  EXPECT_NEAR(share.interval.low, wilson(60, 200).low, 1e-3);
  EXPECT_NEAR(share.interval.high, wilson(60, 200).high, 1e-3);
}

TEST(LabelShare, SureLabelsOfTheWritersLeaveNothingOpen) {
  std::vector<PersonLabels> people(4);
  people[0].sum_p = 1;
  const LabelShare share = label_share(people, Whose::writers);
  EXPECT_EQ(share.interval.low, 0.25);
  EXPECT_EQ(share.interval.high, 0.25);
}

TEST(LabelShare, UnsureLabelsWidenTheIntervalOfTheWriters) {
  const std::vector<PersonLabels> unsure(100, {.messages = 1, .sum_p = 0.5, .noise = 0.25});
  const std::vector<PersonLabels> surer(100, {.messages = 1, .sum_p = 0.5, .noise = 0.05});
  const Interval wide = label_share(unsure, Whose::writers).interval;
  const Interval narrow = label_share(surer, Whose::writers).interval;
  EXPECT_GT(wide.high - wide.low, narrow.high - narrow.low);
  EXPECT_NEAR(wide.low, wilson(50, 100).low, 1e-9);  // As if 100 coins had been thrown.
}

TEST(LabelShare, OneLoudPersonIsOnePerson) {
  std::vector<PersonLabels> spread(100);
  for (std::size_t i = 0; i < 20; ++i) spread[i].sum_p = 1;
  std::vector<PersonLabels> loud(81);
  loud[0] = {.messages = 20, .sum_p = 20};
  const Interval a = label_share(spread, Whose::population).interval;
  const Interval b = label_share(loud, Whose::population).interval;
  EXPECT_GT(b.high - b.low, 2 * (a.high - a.low));
}

TEST(LabelShare, SaysNothingAboutNobody) {
  EXPECT_EQ(label_share({}, Whose::population).interval.high, 1);
}

}  // namespace
}  // namespace attune
