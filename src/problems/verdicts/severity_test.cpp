// SPDX-License-Identifier: Apache-2.0
#include "problems/verdicts/severity.h"

#include <gtest/gtest.h>

namespace attune::problems {
namespace {

Complaint felt(float annoyed, float let_down, float worried, float glad) {
  return {.feelings = {annoyed, let_down, worried, glad}};
}

TEST(Severity, IsTheSumOfItsParts) {
  EXPECT_FLOAT_EQ(severity_of({}), 0);
  EXPECT_FLOAT_EQ(severity_of(felt(1, 0, 0, 0)), 0.35F);
  EXPECT_FLOAT_EQ(severity_of(felt(0, 1, 0, 0)), 0.15F);
  EXPECT_FLOAT_EQ(severity_of(felt(0, 0, 1, 0)), 0.15F);
  EXPECT_FLOAT_EQ(severity_of(felt(0, 0, 0, 1)), 0) << "glad";
  EXPECT_FLOAT_EQ(severity_of({.harm = 1}), 0.2F);
  EXPECT_FLOAT_EQ(severity_of({.again = true}), 0.05F);
  EXPECT_FLOAT_EQ(severity_of({.leaving = true}), 0.1F);
  Complaint worst = felt(1, 1, 1, 0);
  worst.harm = 1;
  worst.again = worst.leaving = true;
  EXPECT_FLOAT_EQ(severity_of(worst), 1);
}

TEST(Severity, GrowsWithEveryFeelingAndWithHarm) {
  const Complaint calm = felt(0.3F, 0.3F, 0.3F, 0);
  for (std::size_t f = 0; f < kFeelingCount - 1; ++f) {
    Complaint worse = calm;
    worse.feelings[f] += 0.1F;
    EXPECT_GT(severity_of(worse), severity_of(calm)) << kFeelingNames[f];
  }
  Complaint harmed = calm;
  harmed.harm = 0.1F;
  EXPECT_GT(severity_of(harmed), severity_of(calm));
}

TEST(Severity, HarmIsOfMoneyDataOrSafety) {
  StruggleScores kinds{};
  kinds[static_cast<std::size_t>(StruggleKind::wait)] = 0.9F;
  EXPECT_EQ(harm_of(kinds), 0);
  for (const StruggleKind kind : kHarms) {
    StruggleScores harm = kinds;
    harm[static_cast<std::size_t>(kind)] = 0.4F;
    EXPECT_EQ(harm_of(harm), 0.4F);
  }
}

TEST(Severity, ItsScaleGrowsAndSpreadsWhatProblemsReach) {
  EXPECT_DOUBLE_EQ(severity_on_scale(kMiddle), 0.5);
  EXPECT_LT(severity_on_scale(0.17), 0.15);
  EXPECT_GT(severity_on_scale(0.68), 0.95);
  for (int i = 0; i < 100; ++i)
    EXPECT_LT(severity_on_scale(i / 100.0), severity_on_scale((i + 1) / 100.0));
}

TEST(Severity, ItsGradesTurnAtTheirBorders) {
  EXPECT_EQ(severity_grade(0), SeverityGrade::mild);
  EXPECT_EQ(severity_grade(0.2499), SeverityGrade::mild);
  EXPECT_EQ(severity_grade(0.25), SeverityGrade::moderate);
  EXPECT_EQ(severity_grade(0.4999), SeverityGrade::moderate);
  EXPECT_EQ(severity_grade(0.5), SeverityGrade::serious);
  EXPECT_EQ(severity_grade(0.7499), SeverityGrade::serious);
  EXPECT_EQ(severity_grade(0.75), SeverityGrade::severe);
  EXPECT_EQ(severity_grade(1), SeverityGrade::severe);
}

}  // namespace
}  // namespace attune::problems
