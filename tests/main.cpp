// SPDX-License-Identifier: Apache-2.0
// The main() of every test program. Tests name their files from the root of the repository and may
// be started anywhere. Where it lies is known to this file alone, so a clone in another folder need
// not compile the tests again.
#include <gtest/gtest.h>

#include <filesystem>

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  std::filesystem::current_path(ATTUNE_ROOT);
  return RUN_ALL_TESTS();
}
