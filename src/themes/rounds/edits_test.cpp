// SPDX-License-Identifier: Apache-2.0
#include "themes/rounds/edits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "themes/discover.h"
#include "themes/themes_testing.h"

namespace attune {
namespace {

using planted::add;
using planted::ids;
using planted::say;

std::vector<std::string> texts_of(std::size_t each) {
  std::vector<std::string> texts = say(planted::kParcel, each, 1);
  add(texts, say(planted::kScreen, each, 2));
  add(texts, say(planted::kInvoice, each, 3));
  return texts;
}

Discovery edited(const std::vector<std::string>& texts, const ThemeEdits* edits,
                 const ThemeMemory* previous = nullptr) {
  return discover(planted::items(texts), {.k = 6, .previous = previous, .edits = edits}, Pool(1));
}

const FoundTheme* theme_of(const Discovery& found, std::string_view id) {
  for (const FoundTheme& theme : found.themes) {
    if (theme.id == id) return &theme;
  }
  return nullptr;
}

TEST(Edits, ANameGivenByHandSticks) {
  auto texts = texts_of(60);
  const Discovery plain = edited(texts, nullptr);
  ThemeEdits edits;
  edits.renames.push_back({plain.themes[0].id, "what I call it"});
  const Discovery first = edited(texts, &edits);
  ASSERT_EQ(first.refused, "");
  ASSERT_NE(theme_of(first, plain.themes[0].id), nullptr);
  EXPECT_EQ(theme_of(first, plain.themes[0].id)->name, "what I call it");
  ASSERT_EQ(first.events.size(), 1U);
  EXPECT_EQ(first.events[0].kind, "renamed");
  add(texts, say(planted::kStaff, 40, 4));
  const Discovery second = edited(texts, nullptr, &first.memory);
  EXPECT_EQ(theme_of(second, plain.themes[0].id)->name, "what I call it");
  const Discovery third = edited(texts, &edits, &second.memory);  // the file is given again
  EXPECT_EQ(third.refused, "");
  EXPECT_EQ(theme_of(third, plain.themes[0].id)->name, "what I call it");
}

TEST(Edits, AMergeSticks) {
  auto texts = texts_of(60);
  const Discovery plain = edited(texts, nullptr);
  ASSERT_GE(plain.themes.size(), 3U);
  ThemeEdits edits;
  edits.merges.push_back({plain.themes[0].id, {plain.themes[1].id, plain.themes[2].name}});
  const Discovery first = edited(texts, &edits);
  ASSERT_EQ(first.refused, "");
  EXPECT_EQ(first.themes.size(), plain.themes.size() - 2);
  const auto before = ids(plain);
  const auto now = ids(first);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const bool lost = before[i] == plain.themes[1].id || before[i] == plain.themes[2].id;
    EXPECT_EQ(now[i], lost ? plain.themes[0].id : before[i]);
  }
  const Discovery second = edited(texts, &edits, &first.memory);
  EXPECT_EQ(second.refused, "");
  EXPECT_EQ(ids(second), now);
  ThemeEdits late;
  late.renames.push_back({plain.themes[1].id, "gone"});
  EXPECT_EQ(
      edited(texts, &late, &first.memory).refused,
      "rename: \"" + plain.themes[1].id + "\" was merged into \"" + plain.themes[0].id + "\"");
}

TEST(Edits, ASplitTakesItsWordsAndNewTextsFollow) {
  auto texts = texts_of(60);
  const Discovery plain = discover(planted::items(texts), {.k = 3}, Pool(1));
  const std::string whole = ids(plain)[0];
  ThemeEdits edits;
  edits.splits.push_back({whole, {{"lost on the way", {"got lost", "getting lost"}}}});
  const Discovery first = discover(planted::items(texts), {.k = 3, .edits = &edits}, Pool(1));
  ASSERT_EQ(first.refused, "");
  const auto now = ids(first);
  std::string part;
  for (std::size_t i = 0; i < 60; ++i) {
    const bool lost = texts[i].find("got lost") != std::string::npos;
    if (lost) part = now[i];
    EXPECT_EQ(now[i] == whole, !lost) << texts[i];
  }
  ASSERT_NE(theme_of(first, part), nullptr);
  EXPECT_EQ(theme_of(first, part)->name, "lost on the way");
  const std::size_t old = texts.size();
  for (std::string& text : texts) text += "";
  for (const std::string& text : say(planted::kParcel, 30, 99)) texts.push_back(text + "sadly");
  const Discovery second = edited(texts, &edits, &first.memory);
  ASSERT_EQ(second.refused, "");
  const auto then = ids(second);
  for (std::size_t i = 0; i < old; ++i) EXPECT_EQ(then[i], now[i]);
  std::size_t right = 0;
  for (std::size_t i = old; i < texts.size(); ++i)
    right += (then[i] == part) == (texts[i].find("got lost") != std::string::npos) ? 1 : 0;
  EXPECT_GE(right, 28U);
}

TEST(Edits, APinnedThemeIsNeitherMergedNorRetired) {
  const auto texts = texts_of(60);
  const Discovery plain = edited(texts, nullptr);
  ThemeEdits edits;
  for (const FoundTheme& theme : plain.themes) edits.pins.push_back(theme.id);
  const Discovery first = edited(texts, &edits);
  ThemeMemory memory = first.memory;
  const std::vector<std::string> other = say(planted::kStaff, 60, 4);
  for (int round = 0; round < 4; ++round) memory = edited(other, nullptr, &memory).memory;
  std::set<std::string> left;
  for (const RememberedTheme& theme : memory.themes) left.insert(theme.id);
  for (const FoundTheme& theme : plain.themes) EXPECT_TRUE(left.contains(theme.id));
}

TEST(Edits, WhatCannotBeDoneIsRefusedInASentence) {
  const auto texts = texts_of(40);
  const Discovery plain = edited(texts, nullptr);
  const std::string one = plain.themes[0].id;
  const auto refused = [&](const ThemeEdits& edits) { return edited(texts, &edits).refused; };
  ThemeEdits unknown;
  unknown.renames.push_back({"t_0000000000000000", "x y"});
  EXPECT_EQ(refused(unknown), "rename: no theme has the id or name \"t_0000000000000000\"");
  ThemeEdits clash;
  clash.renames.push_back({one, plain.themes[1].name});
  EXPECT_EQ(refused(clash), "rename: two themes would be called \"" + plain.themes[1].name + "\"");
  ThemeEdits itself;
  itself.merges.push_back({one, {one}});
  EXPECT_EQ(refused(itself), "merge: \"" + one + "\" cannot be merged into itself");
  ThemeEdits nothing;
  nothing.splits.push_back({one, {{"a part", {"unheard of"}}}});
  EXPECT_EQ(refused(nothing), "split: no text of \"" + one + "\" holds unheard of");
  for (const std::string name : {"", "@me", "<b>", "call 555123", "a\nb"}) {
    ThemeEdits bad;
    bad.renames.push_back({one, name});
    EXPECT_NE(refused(bad), "") << name;
  }
}

TEST(PhraseFinder, ComparesStemsInOrder) {
  PhraseFinder finder(std::vector<std::string>{"closed cards", "", "old account"});
  EXPECT_TRUE(finder.found_in("It went to a CLOSED card!"));
  EXPECT_TRUE(finder.found_in("my old accounts"));
  EXPECT_FALSE(finder.found_in("the card is closed"));
  EXPECT_FALSE(finder.found_in(""));
}

}  // namespace
}  // namespace attune
