// SPDX-License-Identifier: Apache-2.0
#include "base/yaml.h"

#include <gtest/gtest.h>

#include <string>

namespace attune {
namespace {

std::string refusal(const std::string& yaml, const YamlLimits& limits = {}) {
  const auto loaded = load_yaml(yaml, limits);
  return loaded ? "" : loaded.error().message;
}

std::string repeated(const std::string& piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(Yaml, AliasesStandForWhatTheyRepeat) {
  const auto loaded = load_yaml("a: &x {b: [1, 2]}\nc: *x\nd: *x\n");
  ASSERT_TRUE(loaded.has_value());
  EXPECT_EQ((*loaded)["d"]["b"][1].as<int>(), 2);
}

TEST(Yaml, AnAliasWithinItsOwnAnchorIsRefusedWithItsLine) {
  for (const char* yaml : {"a: 1\nb: &a {c: *a}\n", "a: 1\nb: &a [1, [*a]]\n",
                           "a: 1\nb: &a {*a : 1}\n", "a: 1\nb: &a {c: &b {d: *a}}\n"}) {
    const std::string said = refusal(yaml);
    EXPECT_NE(said.find("line 2"), std::string::npos) << yaml << said;
    EXPECT_NE(said.find("within its own anchor"), std::string::npos) << yaml << said;
  }
  EXPECT_NE(refusal("a: &a\n  " + std::string(1000, 'k') + ": *a\n"), "");
}

/// Each line holds nine of the one before: 9^9 scalars in half a kilobyte.
TEST(Yaml, WhatAliasesMultiplyIsCountedBeforeItIsBuilt) {
  std::string yaml = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string one = "*a" + std::to_string(i - 1);
    yaml += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + repeated(one + " ,", 8) +
            one + " ]\n";
  }
  EXPECT_NE(refusal(yaml).find("aliases counted as what they repeat"), std::string::npos);
}

TEST(Yaml, BytesThatAliasesRepeatCount) {
  const std::string yaml =
      "a: &a " + std::string(10000, 'k') + "\nb: [" + repeated("*a ,", 1000) + "1]\n";
  EXPECT_NE(refusal(yaml).find("bytes, aliases counted"), std::string::npos);
}

TEST(Yaml, DepthIsLimitedInEveryStyleAndThroughAliases) {
  for (const std::string& yaml :
       {std::string(100000, '['), repeated("{a: ", 100000), repeated("- ", 20000),
        repeated("? ", 20000), repeated("[", 40) + repeated("]", 40)}) {
    EXPECT_NE(refusal(yaml), "") << yaml.substr(0, 10);
  }
  EXPECT_EQ(refusal(repeated("[", 30) + repeated("]", 30)), "");
  const std::string half = repeated("[", 20) + repeated("]", 20);
  const std::string twice = repeated("[", 20) + "*h " + repeated("]", 20);
  EXPECT_NE(refusal("- &h " + half + "\n- " + twice + "\n").find("within each other"),
            std::string::npos);
}

TEST(Yaml, LimitsHoldToTheNode) {
  YamlLimits limits;
  limits.nodes = 5;  // The list and four scalars.
  EXPECT_EQ(refusal("[1, 2, 3, 4]", limits), "");
  EXPECT_NE(refusal("[1, 2, 3, 4, 5]", limits), "");
  limits.bytes = 4;
  EXPECT_NE(refusal("[1, 2]", limits).find("over 4 bytes"), std::string::npos);
}

TEST(Yaml, WhatIsNoYamlIsRefusedWithItsLine) {
  EXPECT_EQ(refusal("a: 1\nb: [\n"), "line 3: not YAML; mend it there");
  EXPECT_EQ(refusal(""), "");
}

}  // namespace
}  // namespace attune
