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
  const NameModel first = train_names({.examples = examples, .background = background});
  const NameModel again = train_names({.examples = examples, .background = background});
  EXPECT_EQ(first.weights(), again.weights());
  EXPECT_EQ(first.facts().size(), again.facts().size());
}

TEST(NamesTrain, SentencesAreFilledWithPeopleAndBrands) {
  const std::vector<PiiExample> examples = lessons();
  const std::vector<std::string_view> sentences = {"I spoke to [NAME] twice", "my [BRAND] broke",
                                                   "[other] marks stay"};
  const NameModel with = train_names({.examples = examples, .sentences = sentences});
  const NameModel without = train_names({.examples = examples});
  EXPECT_NE(with.weights(), without.weights());
}

TEST(NamesTrain, TextsWithoutACapitalDoNotMakeANameCommon) {
  const std::vector<std::string_view> small = {"call tove", "call tove", "call tove", "tove"};
  const std::vector<std::string_view> large = {"The shoe", "My shoe", "A shoe is here", "Our shoe"};
  EXPECT_EQ(train_names({.nobody = small}).facts().find("tove"), 0);
  EXPECT_NE(train_names({.nobody = large}).facts().find("shoe"), 0);
}

TEST(NamesTrain, AModelSurvivesItsFile) {
  const std::vector<PiiExample> examples = lessons();
  const NameModel made = train_names({.examples = examples});
  const std::string path = testing::TempDir() + "attune_names.bin";
  ASSERT_TRUE(made.save(path).has_value());
  const auto read = NameModel::load(path);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->weights(), made.weights());
  EXPECT_FALSE(NameModel::load(ATTUNE_SOURCE_DIR "/LICENSE").has_value());
}

}  // namespace
}  // namespace attune::learn
