// SPDX-License-Identifier: Apache-2.0
#include "lint/values/scalar.h"

#include <gtest/gtest.h>

#include <string>

#include "lint/values/yaml_values.h"

namespace attune {
namespace {

/// What stands in the file for the words `part` of the value.
std::string written(const PlacedText& placed, std::string_view source, std::string_view part) {
  const auto at = static_cast<std::uint32_t>(placed.text.find(part));
  const Span span = placed.in_source({at, at + static_cast<std::uint32_t>(part.size())});
  return std::string(span.of(source));
}

TEST(Scalar, EveryStyleOfYamlIsFoundWhereItIsWritten) {
  struct Sample {
    std::string source;
    std::string value;
    std::string part;
    std::string is;
  };
  const Sample samples[] = {
      {"k: plain now", "plain now", "now", "now"},
      {"k: &a !t 'it''s now'", "it's now", "it's", "it''s"},
      {R"(k: "a\tb \u00e9 \U0001F600 now")", "a\tb \u00E9 \U0001F600 now", "now", "now"},
      {"k: \"one\n\n  two \\\n  three\"", "one\ntwo three", "two three", "two \\\n  three"},
      {"k: one\n  two\n\n  three\nl: x", "one two\nthree", "two\nthree", "two\n\n  three"},
      {"k: |\r\n  one\r\n    two\r\n  three\r\n", "one\n  two\nthree\n", "two", "two"},
      {"k: >-\n  one\n  two\n\n  three", "one two\nthree", "three", "three"},
      {"k: |\n  one", "one", "one", "one"},
  };
  for (const Sample& sample : samples) {
    std::string path;
    PlacedText placed;
    const auto read = read_yaml_values(sample.source, 0, sample.source.size(),
                                       [&](std::string_view at, const PlacedText& value) {
                                         if (at != "k") return;
                                         path = at;
                                         placed = value;
                                       });
    ASSERT_TRUE(read) << sample.source;
    EXPECT_EQ(path, "k");
    EXPECT_TRUE(sample.value.starts_with(placed.text)) << placed.text;
    EXPECT_EQ(written(placed, sample.source, sample.part), sample.is) << sample.source;
  }
}

TEST(Scalar, WhatDoesNotAgreeStandsForTheLine) {
  const PlacedText placed = place_scalar("other", "k: value\nl: x", 3);
  EXPECT_EQ(placed.text, "other");
  EXPECT_EQ(written(placed, "k: value\nl: x", "the"), "value");
}

TEST(YamlValues, AnAliasIsSaidOnceAndWhatIsNoYamlIsRefused) {
  int values = 0;
  const auto count = [&](std::string_view, const PlacedText&) { ++values; };
  EXPECT_TRUE(read_yaml_values("a: &x one\nb: *x\nc: [two, {d: three}]", 0, 40, count));
  EXPECT_EQ(values, 3);
  const auto refused = read_yaml_values("a: [", 0, 4, count);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("line 1"), std::string::npos);
}

}  // namespace
}  // namespace attune
