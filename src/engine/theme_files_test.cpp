// SPDX-License-Identifier: Apache-2.0
#include "engine/theme_files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>

#include "engine/models.h"
#include "engine/name_quality.h"
#include "engine/read_corpus.h"
#include "engine/theme_edits.h"
#include "report/json/json.h"
#include "report/json/memory_json.h"
#include "report/json/read_memory.h"

namespace attune {
namespace {

const Models& models() {
  static const auto kLoaded = load_models(ATTUNE_SOURCE_DIR "/models");
  return *kLoaded;
}

/// Reads a CSV that `people` people wrote, about three things each.
problems::Corpus corpus(int people) {
  const std::vector<std::string> said = {"My parcel still has not arrived and nobody answers",
                                         "The parcel never arrived at my door",
                                         "Where is my parcel? It is a week late",
                                         "The app freezes when I open settings",
                                         "App freezes and flickers after the update",
                                         "The screen of the app went black",
                                         "You charged me twice for one invoice",
                                         "A double fee on my invoice again",
                                         "The invoice amount is wrong, you charged too much"};
  std::string csv = "id,customer,text\n";
  for (int i = 0; i < people; ++i) {
    csv += fmt::format("m{},c{},\"{} {}\"\n", i, i, said[static_cast<std::size_t>(i) % said.size()],
                       std::string(1, static_cast<char>('a' + i / 9 % 26)) + "x");
  }
  csv += "m901,c901,\nm902,c902,@somebody\nm903,c903,Où est donc passé mon colis maintenant ?\n";
  const std::string path = testing::TempDir() + "attune_theme_files.csv";
  std::ofstream(path) << csv;
  auto read = read_corpus(std::vector{path}, models().understander, {}, Pool(2));
  std::remove(path.c_str());
  EXPECT_TRUE(read) << (read ? "" : read.error().message);
  return read ? std::move(*read) : problems::Corpus{};
}

ThemesFound found_in(const problems::Corpus& messages, const ThemesOptions& options) {
  auto found = find_themes(messages, options, Pool(2));
  EXPECT_TRUE(found) << (found ? "" : found.error().message);
  return found ? std::move(*found) : ThemesFound{};
}

std::string json(const ThemesFound& found) {
  return themes_json(found.themes, found.assignments, found.events, &found.memory);
}

TEST(ThemeFiles, ThemedAndWithoutHomeAreAllThatWasUsed) {
  const problems::Corpus messages = corpus(120);
  for (const ThemeUnit unit : {ThemeUnit::message, ThemeUnit::clause}) {
    const ThemesFound found = found_in(messages, {.unit = unit});
    std::map<std::string, int> seen;
    for (const Assignment& assignment : found.assignments) {
      EXPECT_NE(assignment.theme.empty(), assignment.why.empty());
      ++seen[assignment.id.text];
    }
    EXPECT_EQ(seen.size(), messages.messages.size());
    EXPECT_EQ(messages.messages.size(), messages.intake.read - messages.intake.rejected);
    std::uint64_t themed = 0;
    for (const Theme& theme : found.themes) themed += theme.is_parent ? 0 : theme.messages;
    if (unit != ThemeUnit::message) continue;
    const auto homeless =
        std::count_if(found.assignments.begin(), found.assignments.end(),
                      [](const Assignment& assignment) { return assignment.theme.empty(); });
    EXPECT_EQ(themed + static_cast<std::uint64_t>(homeless), messages.messages.size());
  }
}

TEST(ThemeFiles, WhatWasWrittenIsRemembered) {
  const ThemesFound found = found_in(corpus(120), {.unit = ThemeUnit::message});
  const auto memory = read_theme_memory(json(found));
  ASSERT_TRUE(memory) << memory.error().message;
  ASSERT_EQ(memory->themes.size(), found.memory.themes.size());
  for (std::size_t t = 0; t < memory->themes.size(); ++t) {
    EXPECT_EQ(memory->themes[t].id, found.memory.themes[t].id);
    EXPECT_EQ(memory->themes[t].texts, found.memory.themes[t].texts);
    EXPECT_EQ(memory->themes[t].terms.size(), found.memory.themes[t].terms.size());
  }
}

TEST(ThemeFiles, IdsStayWithMoreMessagesWhicheverIsThemed) {
  for (const ThemeUnit unit : {ThemeUnit::message, ThemeUnit::clause}) {
    const ThemesFound first = found_in(corpus(120), {.unit = unit});
    const auto memory = read_theme_memory(json(first));
    ASSERT_TRUE(memory);
    const ThemesFound second = found_in(corpus(170), {.unit = unit, .previous = &*memory});
    std::map<std::pair<std::string, std::uint32_t>, std::string> now;
    for (const Assignment& a : second.assignments) now[{a.id.text, a.span.begin}] = a.theme;
    for (const Assignment& a : first.assignments) {
      EXPECT_EQ((now[{a.id.text, a.span.begin}]), a.theme) << a.id.text;
    }
  }
}

TEST(ThemeFiles, NoTextOfAMessageIsRemembered) {
  const ThemesFound found = found_in(corpus(120), {.unit = ThemeUnit::message});
  JsonOut out;
  memory_json(out, found.memory);
  const std::string written = out.take();
  EXPECT_EQ(written.find("nobody answers"), std::string::npos);
  EXPECT_EQ(written.find("open settings"), std::string::npos);
}

TEST(ThemeFiles, AMemoryOfAnotherUnitIsRefused) {
  const problems::Corpus messages = corpus(60);
  const ThemesFound found = found_in(messages, {.unit = ThemeUnit::message});
  const auto refused =
      find_themes(messages, {.unit = ThemeUnit::clause, .previous = &found.memory}, Pool(1));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message,
            "the earlier round themed each message, this one each clause; use the same --unit");
}

TEST(ThemeMemory, AnythingElseIsRefusedInASentence) {
  const auto why = [](std::string_view text) {
    const auto memory = read_theme_memory(text);
    return memory ? std::string() : memory.error().message;
  };
  EXPECT_NE(why("").find("not valid JSON"), std::string::npos);
  EXPECT_NE(why("id,text\n1,hello").find("not valid JSON"), std::string::npos);
  EXPECT_NE(why("{}").find("no themes with a memory"), std::string::npos);
  EXPECT_NE(why("[1]").find("no themes with a memory"), std::string::npos);
  EXPECT_NE(why(R"({"themes":[],"assignments":[]})").find("no themes with a memory"),
            std::string::npos);
  EXPECT_NE(why(R"({"themes":[],"memory":{"version":2}})").find("another version"),
            std::string::npos);
  const std::string head = R"({"themes":[],"memory":{"version":1,"unit":)";
  EXPECT_NE(why(head + R"("message"}})").find("damaged"), std::string::npos);
  const auto whole = [&](std::string_view id, std::string_view texts, std::string_view terms) {
    return fmt::format(
        R"({}"message","themes":[{{"id":"{}","name":"a b","parent":null,"keywords":[],)"
        R"("settled":1,"quiet":0,"pinned":false,"named":false,"split_from":null,"words":[],)"
        R"("terms":{},"texts":"{}"}}],"parents":[],"homeless":"","gone":{{}},"edits":[]}}}})",
        head, id, terms, texts);
  };
  EXPECT_EQ(why(whole("t_00000000000000aa", "00000000000000aa", "{}")), "");
  EXPECT_NE(why(whole("0", "00000000000000aa", "{}")).find("damaged"), std::string::npos);
  EXPECT_NE(why(whole("t_00000000000000aa", "00aa", "{}")).find("damaged"), std::string::npos);
  EXPECT_NE(why(whole("t_00000000000000aa", "", R"({"zz":1})")).find("damaged"), std::string::npos);
  EXPECT_NE(why(whole("t_00000000000000aa", "", R"({"00000000000000aa":-1})")).find("damaged"),
            std::string::npos);
}

TEST(ThemeEdits, AreReadFromYaml) {
  const auto edits = read_theme_edits(
      "rename:\n  t_1: card never came\nmerge:\n  - into: a\n    from: [b, c d]\nsplit:\n"
      "  - theme: a\n    into:\n      - name: x y\n        words: [closed card]\npin: [a, e]\n");
  ASSERT_TRUE(edits) << edits.error().message;
  ASSERT_EQ(edits->renames.size(), 1U);
  EXPECT_EQ(edits->renames[0].name, "card never came");
  ASSERT_EQ(edits->merges.size(), 1U);
  EXPECT_EQ(edits->merges[0].from, (std::vector<std::string>{"b", "c d"}));
  ASSERT_EQ(edits->splits.size(), 1U);
  EXPECT_EQ(edits->splits[0].into[0].words, std::vector<std::string>{"closed card"});
  EXPECT_EQ(edits->pins, (std::vector<std::string>{"a", "e"}));
  EXPECT_TRUE(read_theme_edits("")->empty());
}

TEST(ThemeEdits, WhatIsNotUnderstoodIsRefused) {
  for (const std::string_view bad :
       {"[1, 2]", "renam: {a: b}", "rename: [a]", "merge: {a: b}", "merge: [{into: a}]",
        "split: [{theme: a}]", "split: [{theme: a, into: [{name: x}]}]", "rename: {a: [", "\xff"}) {
    EXPECT_FALSE(read_theme_edits(bad)) << bad;
  }
}

TEST(ThemeEdits, ThatStandForMoreThanTheyAreAreRefused) {
  EXPECT_FALSE(read_theme_edits("pin: &a [*a ]\n").has_value());
  EXPECT_FALSE(read_theme_edits(std::string(100000, '[')).has_value());
  const auto deep =
      read_theme_edits("rename: {a: b}\npin: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x");
  ASSERT_FALSE(deep.has_value());
  EXPECT_NE(deep.error().message.find("line 2"), std::string::npos) << deep.error().message;
}

TEST(NameQuality, NamesOfPlainTopicsAreFound) {
  const NameQuality quality = judge_names(corpus(230), {.concepts = &models().concepts}, Pool(2));
  EXPECT_GT(quality.texts, 20U);
  EXPECT_GE(quality.matched, quality.agreed.count);
  EXPECT_GT(quality.agreed.value(), 0.5);
}

}  // namespace
}  // namespace attune
