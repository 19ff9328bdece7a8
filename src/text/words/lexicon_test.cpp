// SPDX-License-Identifier: Apache-2.0
#include "text/words/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "base/files.h"
#include "base/random.h"

namespace attune {
namespace {

namespace fs = std::filesystem;

std::string shipped() {
  return *read_file(ATTUNE_SOURCE_DIR "/models/words/words.txt", 1U << 20U);
}

std::string line_of(const WordEntry& entry) {
  std::string line(entry.word);
  for (std::size_t c = 0; c < kLexicalClassCount; ++c) {
    const auto lexical_class = static_cast<LexicalClass>(c);
    if (entry.classes.has(lexical_class))
      line += " " + std::string(lexical_class_name(lexical_class));
  }
  for (std::size_t i = 0; i < language_count(); ++i) {
    if ((entry.languages >> i & 1U) != 0) line += " " + std::string(language_code(i));
  }
  if (!entry.stands_for.empty()) line += " =" + std::string(entry.stands_for);
  return line;
}

TEST(Lexicon, WhatTheFileSaysIsWhatTheProgramKnows) {
  const std::string text = shipped();
  std::string lines;  // Without remarks.
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = text.find('\n', from);
    if (text[from] != '#' && end > from) lines += text.substr(from, end + 1 - from);
    from = end + 1;
  }
  std::string known;
  for (const WordEntry& entry : Lexicon::get().entries()) known += line_of(entry) + "\n";
  EXPECT_EQ(known, lines);
}

TEST(Lexicon, EveryClassHasWordsAndIsExplained) {
  const std::string text = shipped();
  const std::string remarks = text.substr(0, text.find("\n\n"));
  for (std::size_t c = 0; c < kLexicalClassCount; ++c) {
    const auto lexical_class = static_cast<LexicalClass>(c);
    const std::string name(lexical_class_name(lexical_class));
    EXPECT_EQ(lexical_class_of(name), lexical_class);
    EXPECT_FALSE(Lexicon::get().words_of(lexical_class).empty()) << name;
    const bool explained = remarks.find(" " + name + " ") != std::string::npos ||
                           remarks.find(" " + name + "\n") != std::string::npos;
    EXPECT_TRUE(explained) << name << " is not among the remarks at the top of words.txt";
  }
  EXPECT_FALSE(lexical_class_of("nobody"));
}

TEST(Lexicon, NoClassIsWithoutAReader) {
  std::string sources;
  for (const auto& file : fs::recursive_directory_iterator(ATTUNE_SOURCE_DIR "/src")) {
    const std::string path = file.path().string();
    const bool reads = path.ends_with(".cpp") && !path.ends_with("_test.cpp") &&
                       path.find("/text/words/") == std::string::npos;
    if (reads) sources += *read_file(path, 1U << 20U);
  }
  for (std::size_t c = 0; c < kLexicalClassCount; ++c) {
    std::string name(lexical_class_name(static_cast<LexicalClass>(c)));
    std::ranges::replace(name, '-', '_');
    const std::string use = "LexicalClass::" + name;
    bool read = false;
    for (std::size_t at = sources.find(use); at != std::string::npos;
         at = sources.find(use, at + 1)) {
      const char behind = sources[at + use.size()];
      read = read || (behind != '_' && (behind < 'a' || behind > 'z'));
    }
    EXPECT_TRUE(read) << "nobody reads " << use << ": use it, or take it out of words.txt";
  }
}

TEST(Lexicon, AWordSpeaksInOneWay) {
  for (const WordEntry& entry : Lexicon::get().entries()) {
    const std::string line = line_of(entry);
    const std::size_t first = line.find(" cue-");
    if (first == std::string::npos) continue;
    EXPECT_EQ(line.find(" cue-", first + 1), std::string::npos) << line;
  }
}

TEST(Lexicon, AStandInIsReadForItself) {
  for (const WordEntry& entry : Lexicon::get().entries()) {
    if (entry.stands_for.empty()) continue;
    const WordEntry* const other = Lexicon::get().find(entry.stands_for);
    EXPECT_TRUE(other == nullptr || other->stands_for.empty()) << entry.word;
  }
}

TEST(Lexicon, TheFastWayFindsWhatTheSlowOneFinds) {
  const Lexicon& lexicon = Lexicon::get();
  Random random(11);
  std::size_t unknown = 0;
  for (const WordEntry& entry : lexicon.entries()) {
    EXPECT_EQ(lexicon.find(entry.word), &entry);
    EXPECT_EQ(lexicon.find_slowly(entry.word), &entry);
    std::string near(entry.word);  // One letter off: mostly not a word.
    near[random.below(near.size())] = static_cast<char>('a' + random.below(26));
    if (random.below(4) == 0) near += 's';
    EXPECT_EQ(lexicon.find(near), lexicon.find_slowly(near)) << near;
    unknown += lexicon.find(near) == nullptr ? 1 : 0;
  }
  EXPECT_GT(unknown, 5000U);
  EXPECT_EQ(lexicon.find(""), nullptr);
  EXPECT_EQ(lexicon.find(std::string(500, 'a')), nullptr);
  EXPECT_FALSE(lexicon.has("parcel", LexicalClass::function));
  EXPECT_TRUE(lexicon.has("would", LexicalClass::function));
}

TEST(Lexicon, ALexiconOfNoWordsKnowsNone) {
  const auto none = Lexicon::parse("# nothing\n\n# end\n");
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->entries().empty());
  EXPECT_EQ(none->find("the"), nullptr);
  EXPECT_EQ(none->find_slowly("the"), nullptr);
}

TEST(Lexicon, RefusesWhatIsNoLineOfWordsByItsNumber) {
  const auto refusal = [](const std::string& line) {
    const std::string text = "# a remark\nbe function\n" + line + "\n";
    const auto parsed = Lexicon::parse(text);
    return parsed ? std::string("read") : parsed.error().message;
  };
  EXPECT_EQ(refusal("by function en =near"), "read");
  EXPECT_EQ(refusal("by functional"), "line 3: no class is called \"functional\"");
  EXPECT_EQ(refusal("by xx"), "line 3: no class is called \"xx\"");
  EXPECT_EQ(refusal("by =near en"), "line 3: no class is called \"=near\"");
  EXPECT_EQ(refusal("by ="), "line 3: no class is called \"=\"");
  EXPECT_EQ(refusal("by  en"), "line 3: no class is called \"\"");
  for (const char* const line : {"by", "by ", " by en", "by en ", " "}) {
    EXPECT_EQ(refusal(line), "line 3: words are written `word class class =other`") << line;
  }
  for (const char* const line : {"be en", "a en"}) {
    EXPECT_NE(refusal(line).find("does not come behind the word before it"), std::string::npos);
  }
}

/// The folder of models, whose words are `text`.
std::string models_with(const std::string& text) {
  const std::string models = testing::TempDir() + "words_of_models";
  fs::create_directories(models + "/words");
  EXPECT_TRUE(replace_file(models + "/words/words.txt", text));
  return models;
}

TEST(Lexicon, ModelsMustComeWithTheWordsOfTheProgram) {
  EXPECT_TRUE(check_words(ATTUNE_SOURCE_DIR "/models"));
  const std::string text = shipped();
  const auto refusal = [](const std::string& models) {
    const auto checked = check_words(models);
    return checked ? std::string("taken") : checked.error().message;
  };
  EXPECT_EQ(refusal(models_with(text)), "taken");
  EXPECT_NE(refusal("/nowhere").find("/nowhere/words/words.txt"), std::string::npos);
  EXPECT_NE(refusal(models_with("")).find("words.txt: is empty"), std::string::npos);
  EXPECT_NE(refusal(models_with(text.substr(0, 5000))).find("words.txt: was cut short"),
            std::string::npos);
  EXPECT_NE(refusal(models_with("the funktion\n# end\n"))
                .find("words.txt: line 1: no class is called \"funktion\""),
            std::string::npos);
  EXPECT_NE(refusal(models_with("the function\n# end\n"))
                .find("words.txt: holds other words than those that this attune was built with"),
            std::string::npos);
}

}  // namespace
}  // namespace attune
