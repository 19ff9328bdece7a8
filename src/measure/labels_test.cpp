// SPDX-License-Identifier: Apache-2.0
#include "measure/labels.h"

#include <gtest/gtest.h>

#include <cmath>
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

TEST(ReadLabelShare, IsWilsonForPeopleWhoWriteOnceWhereTheClassifierIsRightAsAWhole) {
  std::vector<PersonLabels> people(100);
  for (std::size_t i = 0; i < people.size(); ++i) {
    const double p = i % 2 == 0 ? 0.1 : 0.7;
    people[i] = {.messages = 1, .sum_p = p, .noise = p * (1 - p)};
  }
  const LabelShare share = read_label_share(people, 0);
  EXPECT_NEAR(share.share, 0.4, 1e-9);
  EXPECT_NEAR(share.interval.low, wilson(40, 100).low, 2e-3);
  EXPECT_NEAR(share.interval.high, wilson(40, 100).high, 2e-3);
}

TEST(ReadLabelShare, WidensWithDoubtHoweverMuchWasRead) {
  const std::vector<PersonLabels> people(100'000, {.messages = 1, .sum_p = 0.5, .noise = 0.25});
  const Interval sure = read_label_share(people, 0).interval;
  const Interval doubted = read_label_share(people, 0.5).interval;
  EXPECT_LT(sure.high - sure.low, 0.01);
  EXPECT_NEAR(doubted.low, 1 / (1 + std::exp(0.98)), 1e-3);
  EXPECT_NEAR(doubted.high, 1 / (1 + std::exp(-0.98)), 1e-3);
}

TEST(ReadLabelShare, IsNoSurerThanReadersAreOfEachOther) {
  const std::vector<PersonLabels> people(100'000, {.messages = 1, .sum_p = 0.999, .noise = 0});
  EXPECT_LT(read_label_share(people, 0.6).interval.low, 0.88);
  EXPECT_GT(read_label_share(people, 0.6).interval.low, 0.8);
}

TEST(ReadLabelShare, StaysWithinZeroAndOne) {
  for (const double p : {0.0, 1.0}) {
    const std::vector<PersonLabels> people(20, {.messages = 1, .sum_p = p});
    const LabelShare share = read_label_share(people, 0.8);
    EXPECT_EQ(share.share, p);
    EXPECT_GE(share.interval.low, 0);
    EXPECT_LE(share.interval.high, 1);
    EXPECT_LE(share.interval.low, p);
    EXPECT_GE(share.interval.high, p);
  }
  EXPECT_EQ(read_label_share({}, 0.5).interval.high, 1);
}

TEST(LabelShare, SaysNothingAboutNobody) {
  EXPECT_EQ(label_share({}, Whose::population).interval.high, 1);
}

}  // namespace
}  // namespace attune
