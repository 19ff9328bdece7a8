// SPDX-License-Identifier: Apache-2.0
#include "understand/understand.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

TEST(Understand, RefusesAFolderWithoutModels) {
  const auto understander = Understander::load("/nowhere");
  ASSERT_FALSE(understander);
  EXPECT_EQ(understander.error().fault, Fault::not_found);
}

}  // namespace
}  // namespace attune
