// SPDX-License-Identifier: Apache-2.0
#include "text/word_numbers.h"

#include <gtest/gtest.h>

#include <string>

#include "base/random.h"
#include "text/tokens.h"

namespace attune {
namespace {

/// Words, marks, links and bytes at random, many of them seldom met.
std::string random_text(Random& random) {
  static const std::vector<std::string> kPieces = {
      "I",      "don't", "DON'T",   "rock'n'roll", "it's",  "www.a.b",      "http://x.y/z",
      "a@b.cc", "a.b.c", "x_1",     "the",         "naïve", "don’t",        "#tag",
      "@who",   "12:30", "mid-air", "end.",        "(see",  "😡👍🏽", "a@b@c",
      "Ａ",     "ẞ",     "'tis",    "o'",          "K",     "\xFF",         "hi!",
      "etc.",   "www.",  "http:",   "a+b@c.d.e"};
  std::string text;
  for (std::uint64_t n = random.below(30); n > 0; --n) {
    const std::uint64_t kind = random.below(8);
    if (kind == 0) {
      text += "w" + std::to_string(random.below(100000));
    } else if (kind == 1) {
      text += static_cast<char>(random.below(256));
    } else {
      text += kPieces[random.below(kPieces.size())];
    }
    if (random.below(5) > 0) text += random.below(9) == 0 ? "\n" : " ";
  }
  return text;
}

bool alike(const WordTraits& a, const WordTraits& b) {
  return a.hash == b.hash && a.languages == b.languages && a.name_hash == b.name_hash &&
         a.clause_bits == b.clause_bits && a.name_lists == b.name_lists &&
         a.possessive == b.possessive && a.ascii == b.ascii && a.digits == b.digits;
}

void expect_alike(const Tokens& a, const Tokens& b, const std::string& text) {
  ASSERT_EQ(a.folded, b.folded) << text;
  ASSERT_EQ(a.size(), b.size()) << text;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Token& x = a.list[i];
    const Token& y = b.list[i];
    ASSERT_EQ(x.span, y.span) << text;
    ASSERT_EQ(x.folded, y.folded) << text;
    ASSERT_EQ(x.kind, y.kind) << text;
    ASSERT_TRUE(x.space_before == y.space_before && x.capitals == y.capitals &&
                x.title == y.title && x.uppers == y.uppers)
        << text;
    ASSERT_TRUE(alike(a.traits(i), b.traits(i))) << text;
  }
}

TEST(Tokens, TheShortWayCutsAsTheLongOne) {
  Random random(5);
  Tokens fast;
  Tokens slow;
  for (int round = 0; round < 5000; ++round) {
    const std::string text = random_text(random);
    tokenise(text, fast);
    tokenise_slowly(text, slow);
    expect_alike(fast, slow, text);
  }
}

TEST(WordNumbers, WordsSayTheSameWhateverWasReadBefore) {
  Random random(6);
  Tokens used;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random);
    tokenise(text, used);
    if (round % 40 != 0) continue;
    Tokens fresh;
    tokenise(text, fresh);
    expect_alike(used, fresh, text);
  }
}

TEST(WordNumbers, KeepsSomeTenThousandWordsOfAStream) {
  Tokens tokens;
  for (int i = 0; i < 200000; i += 10) {
    std::string text;
    for (int k = i; k < i + 10; ++k) text += "word" + std::to_string(k) + " ";
    tokenise(text, tokens);
  }
  EXPECT_LT(tokens.numbers.size(), 40000U);
}

TEST(WordNumbers, KeepsTheNumbersOfCommonWords) {
  Tokens tokens;
  const auto numbers = [&tokens](const std::string& text) {
    tokenise(text, tokens);
    std::vector<std::uint32_t> out;
    for (const Token& token : tokens.list) out.push_back(token.number);
    return out;
  };
  const std::string common = "the notwithstanding of";
  const std::vector<std::uint32_t> first = numbers(common);
  for (int i = 0; i < 100000; ++i) {
    numbers("rare" + std::to_string(i));
    if (i % 50 != 0) continue;
    ASSERT_EQ(numbers(common), first) << i;
  }
}

TEST(WordNumbers, AMemoFollowsTheWordNotTheNumber) {
  Memo<std::string> memo;
  const auto word_by = [&memo](const std::string& text) {
    Tokens tokens;  // Each numbers its words from 0.
    tokenise(text, tokens);
    return memo.of(tokens.numbers, tokens.list[0].number,
                   [&](std::string& made) { made = std::string(tokens.word(0)); });
  };
  EXPECT_EQ(word_by("first"), "first");
  EXPECT_EQ(word_by("second"), "second");
  EXPECT_EQ(word_by("first"), "first");
}

}  // namespace
}  // namespace attune
