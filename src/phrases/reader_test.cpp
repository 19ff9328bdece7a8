// SPDX-License-Identifier: Apache-2.0
#include "phrases/reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "phrases/book_claims.h"
#include "phrases/plain_book.h"
#include "phrases/token_classes.h"

namespace attune::phrases {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Book<Entry> book_of(const std::string& file) {
  PlainBookReader reader;
  const auto done = reader.read("test", file);
  EXPECT_TRUE(done) << (done ? "" : done.error().message);
  return reader.take();
}

/// The wordings of an expression: "abc ~2 def", classes by their words with bars between.
std::set<std::string> ways(const std::string& expression, const std::string& before = "") {
  const Book<Entry> book = book_of(before + "[a] x .5\n= " + expression + "\n");
  std::set<std::string> all;
  for (const Wording& wording : book.entries.at(0).phrases) {
    std::string way = wording.begins == Border::none ? "" : "^ ";
    for (const Step& step : wording.steps) {
      if (step.gap > 0) way += "~" + std::to_string(step.gap) + " ";
      std::string klass;
      for (const std::string& word : book.classes[step.klass].words)
        klass += (klass.empty() ? "" : "|") + word;
      way += klass + " ";
    }
    way += wording.ends == Border::none ? "" : "$ ";
    way.pop_back();
    EXPECT_TRUE(all.insert(way).second) << way;
  }
  return all;
}

std::string refusal(const std::string& file) {
  PlainBookReader reader;
  const auto done = reader.read("test", file);
  return done ? "" : done.error().message;
}

using Ways = std::set<std::string>;

TEST(Expression, WhatMayBeAbsentGivesTwoWays) {
  EXPECT_EQ(ways("a b? c"), (Ways{"a b c", "a c"}));
  EXPECT_EQ(ways("a ( b c )? d"), (Ways{"a b c d", "a d"}));
  EXPECT_EQ(ways("{x}? d", "def x = b c\n"), (Ways{"b c d", "d"}));
}

TEST(Expression, SingleWordsOfAGroupBecomeOneClass) {
  EXPECT_EQ(ways("( a | b c | d )"), (Ways{"a|d", "b c"}));
  EXPECT_EQ(ways("a | b"), (Ways{"a|b"}));
}

TEST(Expression, AGapBelongsToTheTokenBehindIt) {
  EXPECT_EQ(ways("a ~2 b"), (Ways{"a ~2 b"}));
  EXPECT_EQ(ways("a ~2 b? c"), (Ways{"a ~2 b c", "a ~2 c"}));
  EXPECT_EQ(ways("a ( ~2 b )? c"), (Ways{"a ~2 b c", "a c"}));
  EXPECT_EQ(ways("( a ~2 | b ) c"), (Ways{"a ~2 c", "b c"}));
  EXPECT_EQ(ways("a ~2 ( b | $ )"), (Ways{"a ~2 b", "a $"}));
  EXPECT_EQ(ways("^ ~2 a"), (Ways{"^ ~2 a"}));
}

TEST(Expression, NothingStandsBeforeABeginning) {
  EXPECT_EQ(ways("( a | ^ ) b"), (Ways{"a b", "^ b"}));
  EXPECT_EQ(ways("a? ( b | ^ ) c"), (Ways{"a b c", "b c", "^ c"}));
}

TEST(Reader, RefusalsSayFileLineWhatAndWhatToDo) {
  EXPECT_EQ(refusal("[a] x .5\n= b ~99 c\n"), "test: line 2: not a gap: '~99': ~1 to ~14");
  EXPECT_EQ(refusal("[a] x .5\n= b <no>\n"),
            "test: line 2: no set '<no>': define it above, as in set be = is are");
  const char* kBad[] = {"= a\n",
                        "[a] x 2\n",
                        "[a] x\n",
                        "[a x .5\n",
                        "[a] x .5\n[a] x .5\n",
                        "[a] x .5\n= ( a b\n",
                        "[a] x .5\n= a ) b\n",
                        "[a] x .5\n= a?\n",
                        "[a] x .5\n= a ~2\n",
                        "[a] x .5\n= ~2 a\n",
                        "[a] x .5\n= a ^\n",
                        "[a] x .5\n= ^? a\n",
                        "[a] x .5\n= {no}\n",
                        "[a] x .5\n= wi-fi\n",
                        "[a] x .5\n= ab*\n",
                        "[a] x .5\n= %any\n",
                        "[a] x .5\n= %\n",
                        "[a] x .5\n! before 3\n",
                        "[a] x .5\n! before 0 b\n",
                        "[a] x .5\n! beside b\n",
                        "[a] x .5\n& negated\n",
                        "[a] x .5\n! negated\n",
                        "def a = b\ndef a = c\n",
                        "set a\n",
                        "hello\n"};
  for (const char* bad : kBad) {
    const std::string said = refusal(bad);
    EXPECT_TRUE(said.starts_with("test: line ")) << bad << said;
    EXPECT_NE(said.find("': "), std::string::npos) << said;
  }
}

TEST(Reader, WorkIsBoundedBeforeItIsPaid) {
  std::string wide = "[a] x .5\n= a";
  for (int i = 0; i < 40; ++i) wide += " b?";
  EXPECT_NE(refusal(wide + "\n").find("too many ways"), std::string::npos);
  std::string macros = "def m0 = a b\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "{m" + std::to_string(i - 1) + "} ";
    macros += "def m" + std::to_string(i) + " = ";
    for (int k = 0; k < 40; ++k) macros += before;
    macros += "\n";
  }
  EXPECT_NE(refusal(macros + "[a] x .5\n= {m7}\n").find("too long"), std::string::npos);
  EXPECT_NE(refusal(macros + "[a] x .5\n= {m11}\n").find("too"), std::string::npos);
  std::string sets = "set s = a b\n";
  for (int i = 0; i < 40; ++i) sets += "set s = <s> <s>\n";
  EXPECT_NE(refusal(sets).find("too many words"), std::string::npos);
}

TEST(Reader, AnIndentedGuardIsForTheExpressionAbove) {
  const Book<Entry> book = book_of("[a] x .5\n= b\n= c\n  ! before 2 d\n! sentence e\n");
  ASSERT_EQ(book.entries[0].guards.size(), 2U);
  EXPECT_EQ(book.entries[0].guards[0].line, 2U);
  EXPECT_EQ(book.entries[0].guards[1].line, 0U);
}

TEST(Reader, SetsGoOnInAnotherLine) {
  EXPECT_EQ(ways("<s>", "set s = a b\nset s = c | d\n"), (Ways{"a|b|c|d"}));
}

TEST(Reader, ClaimsHoldOfTheFuzzersCorpus) {
  int files = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(ATTUNE_SOURCE_DIR "/fuzz/corpus/phrases_book")) {
    const std::string bytes = bytes_of(file.path());
    EXPECT_EQ(broken_claim(bytes, bytes), "") << file.path();
    ++files;
  }
  EXPECT_GE(files, 5);
}

/// The page for writers of files names every named token, and no other.
TEST(Page, NamesEveryToken) {
  const std::string page = bytes_of(ATTUNE_SOURCE_DIR "/docs/phrases.md");
  for (const NamedToken& token : named_tokens()) {
    const std::string row = "| `" + std::string(token.name) + "` | " + std::string(token.what);
    EXPECT_NE(page.find(row), std::string::npos) << row;
  }
}

TEST(Page, NamesTheLimits) {
  const std::string page = bytes_of(ATTUNE_SOURCE_DIR "/docs/phrases.md");
  for (const char* limit : {"~14", "before 40", "3 to 31", "32 deep", "8 deep", "4,096 ways",
                            "64 tokens", "65,536 bytes", "4,000,000", "1,000,000"}) {
    EXPECT_NE(page.find(limit), std::string::npos) << limit;
  }
}

}  // namespace
}  // namespace attune::phrases
