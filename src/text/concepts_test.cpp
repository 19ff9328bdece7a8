// SPDX-License-Identifier: Apache-2.0
#include "text/concepts.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

std::vector<std::string> found(const Concepts& concepts, std::string_view text) {
  Tokens tokens;
  tokenise(text, tokens);
  std::vector<std::uint16_t> ids;
  concepts.find(tokens, 0, tokens.size(), ids);
  std::vector<std::string> names;
  for (const std::uint16_t id : ids) names.emplace_back(concepts.name(id));
  return names;
}

using Names = std::vector<std::string>;

TEST(Concepts, WordsPrefixesAndPhrasesMatchAtTokenBorders) {
  const auto concepts = Concepts::parse("parcel: parcel* package\ncard: gift_card\n# a remark\n");
  ASSERT_TRUE(concepts);
  EXPECT_EQ(found(*concepts, "My PARCELS and a gift card"), (Names{"parcel", "card"}));
  EXPECT_EQ(found(*concepts, "packages, a gift, a card"), Names{});
  EXPECT_EQ(found(*concepts, "a gift"), Names{});
  EXPECT_EQ(found(*Concepts::parse("gone: missing_part*"), "two missing parts"), Names{"gone"});
}

TEST(Concepts, RefuseALineThatIsNone) {
  EXPECT_EQ(Concepts::parse("parcel: a\nno colon here\n").error().message,
            "line 2: a concept is written `name: words`");
  EXPECT_FALSE(Concepts::load("/nowhere/concepts.txt"));
}

TEST(Concepts, TheShippedFileBringsParcelAndPackageTogether) {
  const auto concepts = Concepts::load(ATTUNE_SOURCE_DIR "/models/concepts/concepts.txt");
  ASSERT_TRUE(concepts) << concepts.error().message;
  EXPECT_GT(concepts->size(), 120U);
  EXPECT_EQ(found(*concepts, "package"), found(*concepts, "parcels"));
  EXPECT_EQ(found(*concepts, "I was on hold"), Names{"phone-wait"});
}

}  // namespace
}  // namespace attune
