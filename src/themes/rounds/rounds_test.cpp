// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "themes/discover.h"
#include "themes/themes_testing.h"

namespace attune {
namespace {

using planted::add;
using planted::ids;
using planted::say;

Discovery round_of(const std::vector<std::string>& texts, const ThemeMemory* previous = nullptr,
                   const ThemeEdits* edits = nullptr, std::size_t threads = 1) {
  DiscoverOptions options;
  options.previous = previous;
  options.edits = edits;
  options.parents = true;
  return discover(planted::items(texts), options, Pool(threads));
}

std::vector<std::string> four_topics(std::size_t each) {
  std::vector<std::string> texts;
  add(texts, say(planted::kParcel, each, 1));
  add(texts, say(planted::kScreen, each, 2));
  add(texts, say(planted::kInvoice, each, 3));
  add(texts, say(planted::kStaff, each, 4));
  return texts;
}

/// Share of the first texts whose theme is the one they had.
double kept(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < before.size(); ++i) same += before[i] == after[i] ? 1 : 0;
  return static_cast<double>(same) / static_cast<double>(before.size());
}

/// The theme that most of some texts have.
std::string most_have(const std::vector<std::string>& theme_of, std::size_t begin,
                      std::size_t end) {
  std::map<std::string, int> count;
  for (std::size_t i = begin; i < end; ++i) ++count[theme_of[i]];
  return std::max_element(count.begin(), count.end(),
                          [](auto& a, auto& b) { return a.second < b.second; })
      ->first;
}

const ThemeEvent* event_of(const Discovery& found, std::string_view kind) {
  for (const ThemeEvent& event : found.events) {
    if (event.kind == kind) return &event;
  }
  return nullptr;
}

TEST(Rounds, SameTextsKeepIdsAndNamesAndNothingHappens) {
  const auto texts = four_topics(80);
  const Discovery first = round_of(texts);
  const Discovery second = round_of(texts, &first.memory);
  EXPECT_EQ(ids(first), ids(second));
  EXPECT_TRUE(first.events.empty());
  EXPECT_TRUE(second.events.empty());
  ASSERT_EQ(first.themes.size(), second.themes.size());
  for (std::size_t t = 0; t < first.themes.size(); ++t)
    EXPECT_EQ(first.themes[t].name, second.themes[t].name);
}

TEST(Rounds, IdsSurviveThirtyPercentNew) {
  auto texts = four_topics(100);
  // Every third of each topic is new: put last.
  std::stable_partition(texts.begin(), texts.end(),
                        [i = 0](const std::string&) mutable { return i++ % 10 < 7; });
  const std::vector<std::string> old(texts.begin(), texts.begin() + 280);
  const Discovery first = round_of(old);
  const Discovery second = round_of(texts, &first.memory);
  EXPECT_EQ(kept(ids(first), ids(second)), 1.0);
  EXPECT_EQ(event_of(second, "born"), nullptr);
  const auto homeless = std::count(second.theme_of.begin(), second.theme_of.end(), -1);
  EXPECT_LE(homeless, 60);
}

TEST(Rounds, WhatIsNewIsBorn) {
  auto texts = four_topics(80);
  const std::size_t old = texts.size();
  const Discovery first = round_of(texts);
  add(texts, say(planted::kPassword, 60, 5));
  const Discovery second = round_of(texts, &first.memory);
  const auto now = ids(second);
  EXPECT_EQ(kept(ids(first), now), 1.0);
  const ThemeEvent* born = event_of(second, "born");
  ASSERT_NE(born, nullptr);
  EXPECT_EQ(born->theme, most_have(now, old, now.size()));
  EXPECT_FALSE(born->name.empty());
  EXPECT_FALSE(born->why.empty());
}

TEST(Rounds, ABirthNeedsFivePeople) {
  auto texts = four_topics(80);
  const Discovery first = round_of(texts);
  const std::size_t old = texts.size();
  add(texts, say(planted::kPassword, 60, 5));
  auto items = planted::items(texts);
  for (std::size_t i = old; i < items.size(); ++i) items[i].person = 9000 + i % 4;
  const Discovery second = discover(items, {.previous = &first.memory}, Pool(1));
  EXPECT_EQ(event_of(second, "born"), nullptr);
}

TEST(Rounds, AGrownThemeThatDividesIsSplit) {
  // One theme at first: few speak of parcels that are lost, and of wet ones in the same words.
  const planted::Parts wet{{"the parcel", "my parcel", "our parcel", "the package"},
                           {"was soaked by rain", "arrived wet", "stood in the rain"},
                           {"and the box is mush", "and all is ruined", "so the books are ruined"},
                           {"", "today", "again", "this week", "as always"}};
  auto texts = say(planted::kParcel, 60, 1);
  add(texts, say(wet, 14, 7));
  add(texts, say(planted::kScreen, 60, 2));
  DiscoverOptions options;
  options.k = 2;
  const Discovery first = discover(planted::items(texts), options, Pool(1));
  const std::size_t old = texts.size();
  add(texts, say(wet, 80, 8));
  const Discovery second = round_of(texts, &first.memory);
  const ThemeEvent* split = event_of(second, "split");
  ASSERT_NE(split, nullptr);
  const auto before = ids(first);
  const auto now = ids(second);
  ASSERT_EQ(split->from.size(), 1U);
  EXPECT_EQ(split->from[0], most_have(before, 0, 60));
  EXPECT_EQ(split->theme, most_have(now, old, now.size()));
  EXPECT_EQ(most_have(now, 0, 60), split->from[0]);
  EXPECT_EQ(most_have(now, 74, 134), most_have(before, 74, 134));
}

TEST(Rounds, ThemesThatPeopleSayAlikeAreMerged) {
  auto texts = four_topics(60);
  Discovery first = round_of(texts);
  // What was one theme is remembered as two, drawn by chance.
  const auto at = std::find_if(first.memory.themes.begin(), first.memory.themes.end(),
                               [](const RememberedTheme& t) { return t.texts.size() >= 40; });
  ASSERT_NE(at, first.memory.themes.end());
  RememberedTheme half = *at;
  half.id = "t_00000000000000aa";
  half.name = "half of it";
  half.texts.clear();
  std::vector<std::uint64_t> rest;
  for (std::size_t i = 0; i < at->texts.size(); ++i)
    (i % 5 < 2 ? half.texts : rest).push_back(at->texts[i]);
  at->texts = rest;
  const std::string whole = at->id;
  first.memory.themes.push_back(half);
  const Discovery second = round_of(texts, &first.memory);
  const ThemeEvent* merged = event_of(second, "merged");
  ASSERT_NE(merged, nullptr);
  EXPECT_EQ(merged->theme, whole);
  EXPECT_EQ(merged->from, std::vector<std::string>{half.id});
  const auto now = ids(second);
  EXPECT_EQ(std::count(now.begin(), now.end(), half.id), 0);
  EXPECT_EQ(second.memory.gone, (decltype(second.memory.gone){{half.id, whole}}));
}

TEST(Rounds, ThemesAreKnownByTheirWordsWhereNoOldTextComesAgain) {
  const Discovery first = round_of(four_topics(80));
  std::vector<std::string> next;
  add(next, say(planted::kParcel, 50, 11));
  add(next, say(planted::kScreen, 50, 12));
  for (std::string& text : next) text += "really";  // no text as it was
  const Discovery second = round_of(next, &first.memory);
  const auto before = ids(first);
  const auto now = ids(second);
  std::set<std::string> parcels(before.begin(), before.begin() + 80);
  std::set<std::string> screens(before.begin() + 80, before.begin() + 160);
  EXPECT_TRUE(parcels.contains(most_have(now, 0, 50)));
  EXPECT_TRUE(screens.contains(most_have(now, 50, 100)));
  EXPECT_NE(event_of(second, "quiet"), nullptr);
  EXPECT_EQ(event_of(second, "retired"), nullptr);
  const Discovery third = round_of(next, &second.memory);
  EXPECT_NE(event_of(third, "retired"), nullptr);
  EXPECT_EQ(ids(third), now);
}

TEST(Rounds, NoTextsAtAllForgetNothing) {
  const Discovery first = round_of(four_topics(40));
  const Discovery second = round_of({}, &first.memory);
  ASSERT_EQ(second.memory.themes.size(), first.memory.themes.size());
  EXPECT_EQ(second.memory.themes[0].texts, first.memory.themes[0].texts);
}

TEST(Rounds, NeverMoreThanKThemes) {
  auto texts = four_topics(60);
  const Discovery first = round_of(texts);
  add(texts, say(planted::kPassword, 60, 5));
  for (const std::size_t k : {1U, 2U, 4U}) {
    const Discovery second =
        discover(planted::items(texts), {.k = k, .previous = &first.memory}, Pool(1));
    EXPECT_LE(second.themes.size(), k);
  }
}

TEST(Rounds, SameBytesAtAnyThreadCount) {
  auto texts = four_topics(80);
  const Discovery first = round_of(texts);
  add(texts, say(planted::kPassword, 60, 5));
  const Discovery alone = round_of(texts, &first.memory, nullptr, 1);
  const Discovery many = round_of(texts, &first.memory, nullptr, 5);
  EXPECT_EQ(ids(alone), ids(many));
  EXPECT_EQ(alone.events, many.events);
  EXPECT_EQ(alone.memory, many.memory);
}

TEST(Rounds, EveryTextIsInAThemeOrSaysWhyInEveryRound) {
  auto texts = four_topics(50);
  texts.push_back("");
  texts.push_back("zxq vvb qqp");
  ThemeMemory memory;
  for (int round = 0; round < 3; ++round) {
    const Discovery found = round_of(texts, round > 0 ? &memory : nullptr);
    std::size_t themed = 0;
    std::size_t homeless = 0;
    for (const FoundTheme& theme : found.themes) themed += theme.members.size();
    for (const NoHome why : found.why) homeless += why != NoHome::has_home ? 1 : 0;
    EXPECT_EQ(themed + homeless, texts.size());
    memory = found.memory;
    add(texts, say(planted::kPassword, 15, 20 + static_cast<std::uint64_t>(round)));
    texts.push_back("");
  }
}

TEST(Rounds, ManyThemesHaveParents) {
  std::vector<std::string> texts;
  for (int topic = 0; topic < 26; ++topic) {  // two-letter words that each topic has alone
    std::string own(4, static_cast<char>('a' + topic));
    for (int i = 0; i < 30; ++i) {
      texts.push_back("the " + own + "ing of " + own + "or number " + std::string(1 + i % 7, 'x') +
                      " is " + (topic % 2 == 0 ? "late " : "broken ") + own + "an" +
                      std::string(1 + i / 7, 'y'));
    }
  }
  DiscoverOptions options;
  options.k = 26;
  options.parents = true;
  const Discovery found = discover(planted::items(texts), options, Pool(2));
  ASSERT_GT(found.themes.size(), 12U);
  ASSERT_GE(found.parents.size(), 2U);
  EXPECT_LE(found.parents.size(), 15U);
  std::map<std::string, std::set<std::uint32_t>> people;
  std::set<std::string> names;
  for (const FoundTheme& theme : found.themes) {
    EXPECT_FALSE(theme.parent.empty());
    EXPECT_TRUE(names.insert(theme.name).second);
    for (const std::uint32_t item : theme.members) people[theme.parent].insert(item);
  }
  for (const FoundTheme& parent : found.parents) {
    EXPECT_TRUE(names.insert(parent.name).second) << parent.name;
    EXPECT_EQ(parent.people, people[parent.id].size());
  }
  options.previous = &found.memory;
  const Discovery again = discover(planted::items(texts), options, Pool(2));
  for (std::size_t t = 0; t < found.themes.size(); ++t)
    EXPECT_EQ(found.themes[t].parent, again.themes[t].parent);
}

}  // namespace
}  // namespace attune
