// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/cuts.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

TEST(Cuts, TheRestStaysAsItIs) {
  EXPECT_EQ(without("abcdef", {{0, 1}, {3, 5}}), "bcf");
  EXPECT_EQ(without("abc", {}), "abc");
  EXPECT_EQ(without("abc", {{0, 3}}), "");
}

TEST(Cuts, SpansMoveWithTheirBytes) {
  const std::vector<Span> expected = {{0, 1}, {1, 3}, {3, 3}, {3, 4}};
  EXPECT_EQ(moved({{0, 2}, {2, 4}, {4, 5}, {6, 7}}, {{1, 2}, {4, 6}}), expected);
}

}  // namespace
}  // namespace attune
