// SPDX-License-Identifier: Apache-2.0
#include "learn/train_names.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace attune::learn {
namespace {

std::vector<PiiExample> lessons() {
  return {{"My name is Tove Lund", {{"person", {11, 20}}}, {}},
          {"Ask Amir about it", {{"person", {4, 8}}}, {}},
          {"The blue shoe is torn", {}, {}}};
}

TEST(NamesTrain, SameExamplesSameModelByteForByte) {
  const std::vector<std::string_view> background = {"the [NAME] team is good", "it is so good",
                                                    "the team is late", "ask the team"};
  const std::vector<PiiExample> examples = lessons();
  const NameModel first = train_names(examples, background);
  const NameModel again = train_names(examples, background);
  EXPECT_EQ(first.weights(), again.weights());
  EXPECT_EQ(first.facts().size(), again.facts().size());
}

TEST(NamesTrain, AModelSurvivesItsFile) {
  const std::vector<PiiExample> examples = lessons();
  const NameModel made = train_names(examples, {});
  const std::string path = testing::TempDir() + "attune_names.bin";
  ASSERT_TRUE(made.save(path).has_value());
  const auto read = NameModel::load(path);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->weights(), made.weights());
  EXPECT_FALSE(NameModel::load(ATTUNE_SOURCE_DIR "/LICENSE").has_value());
}

}  // namespace
}  // namespace attune::learn
