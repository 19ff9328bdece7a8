// SPDX-License-Identifier: Apache-2.0
#include "learn/evaluate.h"

#include <gtest/gtest.h>

namespace attune::learn {
namespace {

TEST(Evaluate, MeanF1CountsALabelWithoutHitsAsNothing) {
  Answers answers;
  answers.labels = 2;
  answers.gold = {1, 0, 1, 0, 0, 1};
  answers.told = {1, 0, 0, 0, 0, 0};
  const std::vector<std::uint32_t> all = {0, 1, 2};
  EXPECT_DOUBLE_EQ(mean_f1(answers, all), (2.0 / 3.0 + 0) / 2);
}

TEST(Evaluate, PicksMayRepeat) {
  Answers answers;
  answers.gold = {1, 0};
  answers.told = {1, 1};
  const std::vector<std::uint32_t> first_thrice = {0, 0, 0};
  EXPECT_DOUBLE_EQ(mean_f1(answers, first_thrice), 1);
  const std::vector<std::uint32_t> mixed = {0, 1, 1, 1};
  EXPECT_DOUBLE_EQ(accuracy(answers, mixed), .25);
}

TEST(Evaluate, KnowsItsEightTasks) {
  EXPECT_EQ(evaluation_tasks().size(), 8U);
  EXPECT_EQ(evaluation_tasks()[0], "goemotions");
}

}  // namespace
}  // namespace attune::learn
