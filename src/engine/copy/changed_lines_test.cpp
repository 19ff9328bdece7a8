// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/changed_lines.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

using Ranges = std::vector<LineRange>;

TEST(ChangedLines, HunksNameTheLinesThatTheyAddOrChange) {
  EXPECT_EQ(added_lines("--- a/x\n+++ b/x\n@@ -3 +3 @@ word\n-a\n+b\n@@ -9,0 +10,2 @@\n+c\n+d\n"),
            (Ranges{{3, 3}, {10, 11}}));
}

TEST(ChangedLines, LinesThatOnlyWentAndWordsThatLookLikeHunksNameNone) {
  EXPECT_EQ(added_lines("@@ -3,2 +2,0 @@\n-a\n-b\n"), Ranges{});
  EXPECT_EQ(added_lines("@@ -0,0 +1 @@\n+@@ -1 +1 @@\n"), (Ranges{{1, 1}}));
}

TEST(ChangedLines, BrokenHunksNameNone) {
  for (const char* diff : {"", "@@", "@@ -", "@@ -1", "@@ -1 +", "@@ -1 +x", "@@ -1 +1,",
                           "@@ -1 +18446744073709551615,2 @@", "@@ -1 +99999999999999999999999 @@"})
    EXPECT_EQ(added_lines(diff), Ranges{}) << diff;
}

TEST(ChangedLines, LinesAreBytesOfTheSource) {
  const std::vector<Span> expected = {{0, 2}, {4, 7}};
  EXPECT_EQ(bytes_of_lines("a\nb\nc\nd", {{1, 1}, {3, 9}}), expected);
  EXPECT_TRUE(bytes_of_lines("a\n", {{2, 3}}).empty());
  EXPECT_TRUE(bytes_of_lines("", {{1, 1}}).empty());
}

}  // namespace
}  // namespace attune
