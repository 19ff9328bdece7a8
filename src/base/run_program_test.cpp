// SPDX-License-Identifier: Apache-2.0
#include "base/run_program.h"

#include <gtest/gtest.h>
#include <stdlib.h>

namespace attune {
namespace {

TEST(RunProgram, WordsArriveAsTheyStandAndNoShellReadsThem) {
  const auto done = run_program({"printf", "%s|", "$HOME", "a b", "; echo x", ""}, {}, 1000);
  ASSERT_TRUE(done);
  EXPECT_EQ(done->output, "$HOME|a b|; echo x||");
  EXPECT_EQ(done->status, 0);
}

TEST(RunProgram, BothStreamsAndTheStatusComeBackHoweverMuchIsSaid) {
  const std::string much = "head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2; exit 7";
  const auto done = run_program({"sh", "-c", much}, {}, 1U << 20U);
  ASSERT_TRUE(done);
  EXPECT_EQ(done->output.size(), 300000U);
  EXPECT_EQ(done->errors.size(), 4096U);
  EXPECT_EQ(done->status, 7);
}

TEST(RunProgram, StandardInputIsEmptyAndASignalShowsInTheStatus) {
  const auto done = run_program({"sh", "-c", "cat; kill -9 $$"}, {}, 10);
  ASSERT_TRUE(done);
  EXPECT_EQ(done->output, "");
  EXPECT_EQ(done->status, 128 + 9);
}

TEST(RunProgram, VariablesCanBeLeftOut) {
  ::setenv("ATTUNE_TEST_ONE", "1", 1);
  ::setenv("ATTUNE_TEST_TWO", "2", 1);
  const auto done =
      run_program({"sh", "-c", "echo $ATTUNE_TEST_ONE$ATTUNE_TEST_TWO"}, {"ATTUNE_TEST_ONE"}, 100);
  ASSERT_TRUE(done);
  EXPECT_EQ(done->output, "2\n");
}

TEST(RunProgram, WhatIsNotThereOrNeverEndsIsRefused) {
  const auto none = run_program({"no-such-program-of-ours"}, {}, 10);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().message, "no-such-program-of-ours is not installed");
  const auto endless = run_program({"cat", "/dev/zero"}, {}, 1000);
  ASSERT_FALSE(endless);
  EXPECT_EQ(endless.error().fault, Fault::bad_input);
}

}  // namespace
}  // namespace attune
