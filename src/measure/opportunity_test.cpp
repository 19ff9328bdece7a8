// SPDX-License-Identifier: Apache-2.0
#include "measure/opportunity.h"

#include <gtest/gtest.h>

#include <vector>

namespace attune {
namespace {

TEST(Opportunity, UnservedNeedsOfManyComeFirst) {
  const std::vector<NeedFacts> needs = {{.reach = 0.3, .intensity = 0.8, .satisfied = 0.1},
                                        {.reach = 0.3, .intensity = 0.8, .satisfied = 0.9},
                                        {.reach = 0.05, .intensity = 0.5, .satisfied = 0.1}};
  const std::vector<TextOpportunity> found = opportunities(needs);
  EXPECT_GT(found[0].score, found[1].score);
  EXPECT_GT(found[0].score, found[2].score);
  EXPECT_NEAR(found[0].importance, 10 * 2 / 3.0, 1e-12);
  EXPECT_NEAR(found[0].score, 2 * found[0].importance - found[0].satisfaction, 1e-12);
  EXPECT_TRUE(opportunities({}).empty());
}

TEST(Opportunity, ItsGradesTurnAboveTenAndFifteen) {
  EXPECT_EQ(opportunity_grade(0), OpportunityGrade::low);
  EXPECT_EQ(opportunity_grade(10), OpportunityGrade::low);
  EXPECT_EQ(opportunity_grade(10.001), OpportunityGrade::worth_a_look);
  EXPECT_EQ(opportunity_grade(15), OpportunityGrade::worth_a_look);
  EXPECT_EQ(opportunity_grade(15.001), OpportunityGrade::strong);
  const std::vector<NeedFacts> needs = {{.reach = 0.3, .intensity = 0.8, .satisfied = 0.1},
                                        {.reach = 0.01, .intensity = 0.8, .satisfied = 0.9}};
  const std::vector<TextOpportunity> found = opportunities(needs);
  EXPECT_EQ(found[0].grade, opportunity_grade(found[0].score));
  EXPECT_EQ(found[1].grade, OpportunityGrade::low);
}

}  // namespace
}  // namespace attune
