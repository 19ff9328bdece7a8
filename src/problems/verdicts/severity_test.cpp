// SPDX-License-Identifier: Apache-2.0
#include "problems/verdicts/severity.h"

#include <gtest/gtest.h>

namespace attune::problems {
namespace {

TEST(Severity, IsTheSumOfItsParts) {
  EXPECT_FLOAT_EQ(severity_of({}), 0);
  EXPECT_FLOAT_EQ(severity_of({.unpleasant = 1}), 0.5F);
  EXPECT_FLOAT_EQ(severity_of({.strong = 1}), 0.25F);
  EXPECT_FLOAT_EQ(severity_of({.again = true}), 0.15F);
  EXPECT_FLOAT_EQ(severity_of({.leaving = true}), 0.1F);
  EXPECT_FLOAT_EQ(severity_of({.unpleasant = 1, .strong = 1, .again = true, .leaving = true}), 1);
  EXPECT_EQ(severity_of({.unpleasant = 2, .strong = 1}), 1) << "never above 1";
}

TEST(Severity, ItsGradesTurnAtTheirBorders) {
  EXPECT_EQ(severity_grade(0), SeverityGrade::mild);
  EXPECT_EQ(severity_grade(0.2499), SeverityGrade::mild);
  EXPECT_EQ(severity_grade(0.25), SeverityGrade::moderate);
  EXPECT_EQ(severity_grade(0.4499), SeverityGrade::moderate);
  EXPECT_EQ(severity_grade(0.45), SeverityGrade::serious);
  EXPECT_EQ(severity_grade(0.6499), SeverityGrade::serious);
  EXPECT_EQ(severity_grade(0.65), SeverityGrade::severe);
  EXPECT_EQ(severity_grade(1), SeverityGrade::severe);
}

}  // namespace
}  // namespace attune::problems
