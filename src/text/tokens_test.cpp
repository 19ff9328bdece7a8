// SPDX-License-Identifier: Apache-2.0
#include "text/tokens.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/random.h"
#include "text/utf8.h"

namespace attune {
namespace {

std::vector<std::string> words(std::string_view text) {
  Tokens tokens;
  tokenise(text, tokens);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < tokens.size(); ++i) out.emplace_back(tokens.word(i));
  return out;
}

using Words = std::vector<std::string>;

TEST(Tokens, FoldsCaseAndKeepsContractionsWhole) {
  EXPECT_EQ(words("It DIDN’T work, honest."), (Words{"it", "didn't", "work", ",", "honest", "."}));
  EXPECT_EQ(words("ÄRGERLICH"), (Words{"ärgerlich"}));
}

TEST(Tokens, KnowsMentionsTagsLinksMailAndNumbers) {
  EXPECT_EQ(words("@Shop #fail https://x.example/a?b. mail a.b@c.example at 10:42 for 1,000.50"),
            (Words{"@shop", "#fail", "https://x.example/a?b", ".", "mail", "a.b@c.example", "at",
                   "10:42", "for", "1,000.50"}));
}

TEST(Tokens, AnEmojiWithItsModifiersIsOneSymbol) {
  EXPECT_EQ(words("ok👍🏽👨‍👩‍👧!"),
            (Words{"ok", "👍🏽", "👨‍👩‍👧", "!"}));
}

TEST(Tokens, CapitalsAndSpacesAreMarked) {
  Tokens tokens;
  tokenise("NEVER again.Ever", tokens);
  EXPECT_TRUE(tokens.list[0].capitals);
  EXPECT_TRUE(tokens.list[1].space_before);
  EXPECT_FALSE(tokens.list[2].space_before);
  EXPECT_TRUE(tokens.list[3].title);
}

TEST(Tokens, AnyBytesGiveSpansInOrderThatCoverEveryNonSpace) {
  Random random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const std::uint64_t length = random.below(40);
    for (std::uint64_t i = 0; i < length; ++i) {
      text += "aB'@#.:/ 0\xF0\x9F\x98\x80\xC3\xA9\xFF"[random.below(18)];
    }
    Tokens tokens;
    tokenise(text, tokens);
    std::size_t at = 0;
    for (const Token& token : tokens.list) {
      EXPECT_LE(at, token.span.begin);
      for (; at < token.span.begin; ++at) EXPECT_EQ(text[at], ' ');
      EXPECT_LT(token.span.begin, token.span.end);
      at = token.span.end;
    }
    for (; at < text.size(); ++at) EXPECT_EQ(text[at], ' ');
  }
}

TEST(Utf8, RefusesOverlongFormsSurrogatesAndWhatIsTooLarge) {
  EXPECT_EQ(first_invalid("grüße 😀"), std::string_view::npos);
  EXPECT_EQ(first_invalid("a\xC0\x80"), 1U);
  EXPECT_EQ(first_invalid("ab\xED\xA0\x80"), 2U);
  EXPECT_EQ(first_invalid("\xF4\x90\x80\x80"), 0U);
  EXPECT_EQ(first_invalid("abc\xE2\x82"), 3U);
}

TEST(Utf8, CutsAtACharacter) {
  EXPECT_EQ(cut("aé", 2), "a");
  EXPECT_EQ(cut("aé", 3), "aé");
  EXPECT_EQ(cut("", 3), "");
}

}  // namespace
}  // namespace attune
