// SPDX-License-Identifier: Apache-2.0
// What is written comes back, and no field of what is read is written under another name.
#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "report/json/json.h"
#include "report/json/memory_json.h"
#include "report/json/read_memory.h"
#include "report/json/read_round.h"

namespace attune {
namespace {

using nlohmann::json;

ThemeMemory memory() {
  ThemeMemory out{.unit = "clause"};
  out.themes = {{.id = "t_00000000000000a1",
                 .name = "late \"parcel\"",
                 .parent = "t_00000000000000b1",
                 .keywords = {"late", "Süß"},
                 .settled = 12,
                 .quiet = 2,
                 .pinned = true,
                 .named = true,
                 .split_from = "t_00000000000000c1",
                 .words = {"parcel"},
                 .texts = {1, 0xFFFFFFFFFFFFFFFF},
                 .terms = {{7, 1.5F}, {9, 0.25F}}},
                {.id = "t_00000000000000a2", .name = "rude"}};
  out.parents = {
      {.id = "t_00000000000000b1", .name = "delivery", .keywords = {"post"}, .named = true}};
  out.homeless = {3, 5};
  out.gone = {{"t_00000000000000d1", "t_00000000000000a2"}, {"t_00000000000000d2", ""}};
  out.edits = {"renamed a theme"};
  return out;
}

std::string as_output(const json& memory) {
  return json{{"themes", json::array()}, {"memory", memory}}.dump();
}

json written_memory() {
  JsonOut out;
  memory_json(out, memory());
  return json::parse(out.take());
}

/// Every document in which one field, at any depth, is gone.
std::vector<std::pair<std::string, json>> without_one(const json& whole) {
  std::vector<std::pair<std::string, json>> out;
  const std::function<void(const json::json_pointer&)> walk = [&](const json::json_pointer& at) {
    const json& here = whole.at(at);
    if (here.is_object()) {
      for (const auto& [key, value] : here.items()) {
        json less = whole;
        less.at(at).erase(key);
        out.emplace_back((at / key).to_string(), std::move(less));
        walk(at / key);
      }
    } else if (here.is_array()) {
      for (std::size_t i = 0; i < here.size(); ++i) walk(at / i);
    }
  };
  walk(json::json_pointer());
  return out;
}

TEST(MemoryJson, ComesBackAsItWas) {
  const auto read = read_theme_memory(as_output(written_memory()));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, memory());
}

TEST(MemoryJson, EveryFieldThatIsWrittenIsReadAndNoOther) {
  const auto fewer = without_one(written_memory());
  EXPECT_GT(fewer.size(), 30U);
  for (const auto& [field, less] : fewer) {
    const auto read = read_theme_memory(as_output(less));
    EXPECT_TRUE(!read || *read != memory()) << field << " is written and not read";
  }
}

Explanation answer() {
  Explanation out;
  out.files = {"old.csv", "Süß.csv"};
  out.unit = Unit::people;
  out.units = 500;
  out.from = "2026-01-01";
  out.to = "2026-02-28";
  out.feelings.negative = {.count = 120, .of = 500};
  out.prints = {{.theme = "t_00000000000000a1",
                 .name = "late \"parcel\"",
                 .keywords = {"late"},
                 .count = 41,
                 .terms = {{11, 0.75F}, {12, 0.5F}},
                 .least = 0.5F,
                 .by_words = 40,
                 .messages = {3, 0xFFFFFFFFFFFFFFFF}}};
  out.common_words = {{11, 44}, {12, 10}};
  out.origin = {.brands = {{"Harbour \"Lane\"", 0.75}},
                .sources = {{"email", 0.5}, {"chat", 0.25}},
                .other_languages = 0.125,
                .columns = {"text=message"}};
  return out;
}

/// What a comparison takes from an answer, as a value that can be compared.
json taken(const EarlierRound& round) {
  json problems = json::array();
  for (const TopicPrint& print : round.problems) {
    problems.push_back({print.theme, print.name, print.keywords, print.count, print.terms,
                        print.least, print.by_words, print.messages});
  }
  json words = json::object();
  for (const auto& [word, units] : round.common_words) words[std::to_string(word)] = units;
  json origin;
  if (round.origin) {
    origin = {round.origin->brands, round.origin->sources, round.origin->other_languages,
              round.origin->columns};
  }
  return {round.files, round.from,     round.to, round.unit == Unit::people,
          round.units, round.negative, problems, words,
          origin};
}

TEST(RoundJson, WhatALaterRoundNeedsComesBackAsItWas) {
  const Explanation written = answer();
  const auto read = parse_round(explanation_json(written));
  ASSERT_TRUE(read) << read.error().message;
  EarlierRound wanted{.files = written.files,
                      .from = written.from,
                      .to = written.to,
                      .unit = written.unit,
                      .units = written.units,
                      .negative = written.feelings.negative.count,
                      .origin = written.origin,
                      .problems = written.prints};
  wanted.common_words.insert(written.common_words.begin(), written.common_words.end());
  EXPECT_EQ(taken(*read), taken(wanted));
}

TEST(RoundJson, EveryFieldForTheNextRoundIsRead) {
  const json whole = json::parse(explanation_json(answer()));
  const json all = taken(*parse_round(whole.dump()));
  std::size_t checked = 0;
  for (const auto& [field, less] : without_one(whole)) {
    const bool ours = field.starts_with("/for_next_round/") || field.starts_with("/period/") ||
                      field == "/files" || field == "/unit" || field == "/units" ||
                      field == "/sentiment/negative/count";
    if (!ours || field.ends_with("/version")) continue;
    ++checked;
    const auto read = parse_round(less.dump());
    EXPECT_TRUE(!read || taken(*read) != all) << field << " is written and not read";
  }
  EXPECT_EQ(checked, 21U);
}

}  // namespace
}  // namespace attune
