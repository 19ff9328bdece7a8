// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "base/random.h"
#include "listen/formats/json_reader.h"
#include "listen/listen_testing.h"

namespace attune {
namespace {

using testing::hear;
using testing::Heard;
using testing::mapped;
using testing::Texts;

TEST(Json, LinesBecomeMessages) {
  const Heard got = hear(
      "{\"id\":17,\"text\":\"caf\\u00e9 \\ud83d\\ude00\",\"rating\":4}\n\n"
      "{\"id\":\"b\",\"text\":\"\"}\r\n");
  ASSERT_EQ(got.messages.size(), 2U);
  EXPECT_EQ(got.messages[0].id, RecordId("17", true));
  EXPECT_EQ(got.messages[0].text, "café 😀");
  EXPECT_EQ(got.messages[0].rating, 4);
  EXPECT_EQ(got.messages[1].text, "");
}

TEST(Json, KeysMayComeInAnyOrderAndBeMissing) {
  const Heard got = hear(
      "{\"text\":\"one\",\"user\":\"u1\"}\n{\"user\":\"u2\",\"text\":\"two\"}\n"
      "{\"text\":\"three\"}\n");
  EXPECT_EQ(got.texts(), (Texts{"one", "two", "three"}));
  EXPECT_EQ(got.messages[1].person, "u2");
  EXPECT_EQ(got.messages[2].person, "");
}

TEST(Json, WhatIsNoGoodObjectIsRejected) {
  testing::Folder folder;
  ListenOptions options;
  options.rejects_path = folder.at("r.csv");
  const Heard got = hear(
      "{\"text\":\"good\"}\n{\"text\":\"cut\n[1,2]\n\"words\"\n{\"text\":\"a\"} {}\n"
      "{\"other\":1}\n{\"text\":[\"a\"]}\n{\"text\":\"\\u0000\"}\n{\"text\":\"\xff\"}\n"
      "{\"text\":nul}\n{\"text\":01}\n{\"text\":\"\\ud800\"}\n{\"text\":\"fine\"}\n",
      options);
  EXPECT_EQ(got.texts(), (Texts{"good", "fine"}));
  EXPECT_EQ(got.intake.rejected, 11U);
  const std::string rejects = folder.get("r.csv");
  for (const std::string_view reason : {"not valid JSON", "not a JSON object", "there is no `text`",
                                        "the text is no string", "NUL", "not valid UTF-8"}) {
    EXPECT_NE(rejects.find(reason), std::string::npos) << reason;
  }
}

TEST(Json, NestedObjectsBecomeAttributesWithDots) {
  ListenOptions options;
  options.keep_attributes = true;
  const Heard got = hear(
      "{\"text\":\"hello there\",\"meta\":{\"os\":{\"name\":\"x\"},\"tags\":[\"a\", \"b\"]}}\n",
      options);
  ASSERT_EQ(got.messages.size(), 1U);
  EXPECT_EQ(got.messages[0].attributes,
            (std::vector<Attribute>{{"meta.os.name", "x"}, {"meta.tags", "[\"a\", \"b\"]"}}));
}

TEST(Json, DeepNestingIsRejectedWithoutHarm) {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  std::string objects = "{\"text\":\"x\",\"a\":";
  for (int i = 0; i < 500; ++i) objects += "{\"a\":";
  objects += "1" + std::string(500, '}') + "}";
  const Heard got = hear("{\"text\":\"good\"}\n{\"text\":\"x\",\"a\":" + deep + "}\n" + objects +
                         "\n{\"text\":\"fine\"}\n");
  EXPECT_EQ(got.texts(), (Texts{"good", "fine"}));
}

TEST(Json, AnArrayOfObjectsIsReadInAnyPrint) {
  const Heard compact = hear("[{\"text\":\"a } b\"},{\"text\":\"c \\\" [\"}]");
  EXPECT_EQ(compact.texts(), (Texts{"a } b", "c \" ["}));
  const Heard pretty = hear(
      "[\n  {\n    \"text\": \"a\",\n    \"x\": {\"y\": 1}\n  },\n  {\n"
      "    \"text\": \"b\"\n  }\n]\n");
  EXPECT_EQ(pretty.texts(), (Texts{"a", "b"}));
  const Heard bare = hear("{\n  \"text\": \"a\"\n}\n{\n  \"text\": \"b\"\n}\n");
  EXPECT_EQ(bare.texts(), (Texts{"a", "b"}));
}

TEST(Json, ABrokenObjectInAnArrayTakesNoneWithIt) {
  const Heard got = hear(
      "[\n  {\"text\": \"a\"},\n  {\"text\": \"broken\",\n  {\"text\": \"b\"},\n"
      "  {\"text\": \"never closed},\n  {\"text\": \"c\"},\n  17\n]\n");
  EXPECT_EQ(got.texts(), (Texts{"a", "b", "c"}));
  EXPECT_EQ(got.intake.rejected, 3U);
}

TEST(Json, AGiantRecordIsOneRejectAndLosesNoneAfterIt) {
  const std::string giant(30U << 20, 'w');
  const Heard got = hear("[{\"text\":\"a\"},\n{\"text\":\"" + giant + "\"},\n{\"text\":\"b\"}]");
  EXPECT_EQ(got.texts(), (Texts{"a", "b"}));
  EXPECT_EQ(got.intake.rejected, 1U);
  EXPECT_EQ(hear("[{\"text\":\"a\"},{\"text\":\"" + giant + "\"},{\"text\":\"b\"}]").texts(),
            (Texts{"a", "b"}));
  EXPECT_EQ(hear("[{\"text\":\"a\"},\n{\"text\":\"" + giant).intake.rejected, 1U);
}

TEST(Json, WhereNoRecordCanBeReadThatIsSaid) {
  EXPECT_NE(
      hear("[{\"text\":\"" + std::string(30U << 20, 'w') + "\"}]").error.find("no record can be"),
      std::string::npos);
}

TEST(Json, AKeyWithTwoValuesRejectsTheRecord) {
  const Heard got = hear(
      "{\"text\":\"first\",\"text\":\"second\"}\n{\"text\":\"a\",\"n\":1,\"n\":1}\n"
      "{\"text\":\"b\",\"n\":1,\"n\":\"1\"}\n");
  EXPECT_EQ(got.texts(), (Texts{"a"}));
  EXPECT_EQ(got.intake.rejected, 2U);
}

TEST(Json, ValuesOfTooManyKeysInAllAreCounted) {
  std::string lines;
  for (int i = 0; i < 5'000; ++i) {
    lines += "{\"text\":\"a\",\"k" + std::to_string(i) + "\":1}\n";
  }
  EXPECT_TRUE(hear(lines).intake.warnings.empty());
  ListenOptions options;
  options.all_columns = true;
  const Heard got = hear(lines, options);
  EXPECT_EQ(got.messages.size(), 5'000U);
  ASSERT_EQ(got.intake.warnings.size(), 1U);
  EXPECT_EQ(got.intake.warnings[0], "given: 905 values of keys beyond the first 4096 are not kept");
}

TEST(Json, AKeyThatIsNoNameRejectsTheRecord) {
  const Heard got =
      hear("{\"text\":\"a\"}\n{\"text\":\"b\",\"" + std::string(20'000, 'k') + "\":1}\n");
  EXPECT_EQ(got.texts(), (Texts{"a"}));
}

TEST(Json, ThreadsAreReadMessageByMessage) {
  const Heard got = hear(
      "{\"thread\":\"t1\",\"brand\":\"Acme\",\"turns\":[{\"tweet_id\":\"1\",\"author\":\"ann\","
      "\"inbound\":true,\"text\":\"my order is late\"},{\"tweet_id\":\"2\",\"author\":\"acme\","
      "\"inbound\":false,\"in_reply_to\":\"1\",\"text\":\"we are on it now\"}]}\n"
      "{\"thread\":\"t2\",\"brand\":\"Acme\",\"turns\":[]}\n");
  EXPECT_EQ(got.texts(), (Texts{"my order is late", "we are on it now"}));
  EXPECT_EQ(got.messages[0].role, Role::customer);
  EXPECT_EQ(got.messages[1].role, Role::brand);
  EXPECT_EQ(got.messages[1].in_reply_to, "1");
  EXPECT_EQ(got.messages[1].brand, "Acme");
  EXPECT_EQ(got.intake.rejected, 1U);
  // A mapping that names the elements does the same.
  EXPECT_EQ(
      hear("{\"turns\":[{\"say\":\"one\"},{\"say\":\"two\"}]}\n", mapped("text=turns.say")).texts(),
      (Texts{"one", "two"}));
}

TEST(Json, TooManyKeysRejectTheRecord) {
  std::string wide = "{\"text\":\"x\"";
  for (int i = 0; i < 10'000; ++i) wide += ",\"k" + std::to_string(i) + "\":1";
  const Heard got = hear("{\"text\":\"good\"}\n" + wide + "}\n{\"text\":\"fine\"}\n");
  EXPECT_EQ(got.texts(), (Texts{"good", "fine"}));
}

TEST(Json, AgreesWithASlowParser) {
  Random random(11);
  std::string lines;
  Texts expected;
  for (int i = 0; i < 20'000; ++i) {
    nlohmann::json object;
    std::string text = "t";
    for (std::uint64_t n = random.below(30); n > 0; --n) {
      constexpr std::array<std::string_view, 8> kBits = {"a", " ", "\"", "\\", "\n", "é", "😀", "/"};
      text += kBits[random.below(kBits.size())];
    }
    object["text"] = text;
    object["n"] = random.below(1000);
    object["deep"] = {{"a", {1, 2, text}}, {"b", nullptr}};
    lines += object.dump(-1, ' ', random.below(2) == 0) + "\n";
    expected.push_back(text);
  }
  EXPECT_EQ(hear(lines).texts(), expected);
}

}  // namespace
}  // namespace attune
