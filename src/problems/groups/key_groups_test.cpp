// SPDX-License-Identifier: Apache-2.0
#include "problems/groups/key_groups.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "base/pool.h"
#include "problems/groups/common_thing.h"
#include "problems/groups/key_names.h"
#include "problems/groups/key_themes.h"
#include "problems/groups/kind_families.h"
#include "problems/groups/kinds_here.h"

namespace attune::problems {
namespace {

struct Text {
  std::string words;
  StruggleScores scores{};
};

StruggleScores scores_of(std::initializer_list<std::pair<StruggleKind, float>> given) {
  StruggleScores out{};
  out.fill(0.02F);
  for (const auto& [kind, p] : given) out[static_cast<std::size_t>(kind)] = p;
  return out;
}

class KeyGroupsTest : public testing::Test {
 protected:
  void add(std::size_t times, const std::string& words,
           std::initializer_list<std::pair<StruggleKind, float>> kinds) {
    for (std::size_t i = 0; i < times; ++i) texts_.push_back({words, scores_of(kinds)});
  }

  void read() {
    items_.clear();
    scores_.clear();
    for (std::uint32_t i = 0; i < texts_.size(); ++i) {
      items_.push_back({.text = texts_[i].words, .person = i});
      scores_.push_back(texts_[i].scores);
    }
    terms_ = item_terms(items_, nullptr, pool_);
  }

  KeyGroups groups() {
    read();
    return key_groups(items_, terms_, scores_);
  }

  Pool pool_{2};
  std::vector<Text> texts_;
  std::vector<ThemeItem> items_;
  std::vector<StruggleScores> scores_;
  ItemTerms terms_;
};

TEST_F(KeyGroupsTest, WhatHasNoKindIsLeftOver) {
  add(5, "the soup was cold", {{StruggleKind::food, 0.9F}});
  add(4, "purple elephants everywhere", {});
  const KeyGroups found = groups();
  ASSERT_EQ(found.groups.size(), 1U);
  EXPECT_EQ(found.groups[0].members, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
  EXPECT_EQ(found.rest, (std::vector<std::uint32_t>{5, 6, 7, 8}));
}

TEST_F(KeyGroupsTest, AnItemMaySpeakOfTwoProblems) {
  add(6, "the soup was cold", {{StruggleKind::food, 0.9F}});
  add(6, "the waiter was rude", {{StruggleKind::staff, 0.9F}});
  add(1, "cold soup and a rude waiter", {{StruggleKind::food, 0.8F}, {StruggleKind::staff, 0.8F}});
  const KeyGroups found = groups();
  ASSERT_EQ(found.groups.size(), 2U);
  for (const KeyGroup& group : found.groups) {
    EXPECT_EQ(group.members.size(), 7U);
    EXPECT_EQ(group.members.back(), 12U);
  }
}

TEST_F(KeyGroupsTest, WhoWaitsForMoneySpeaksOfTheMoney) {
  add(6, "refund refused", {{StruggleKind::charge, 0.9F}});
  add(8, "sat on the tarmac", {{StruggleKind::wait, 0.9F}});
  add(5, "still waiting for the refund",
      {{StruggleKind::charge, 0.8F}, {StruggleKind::wait, 0.8F}});
  const KeyGroups found = groups();
  ASSERT_EQ(found.groups.size(), 2U);
  EXPECT_EQ(found.groups[0].kind, StruggleKind::charge);
  EXPECT_EQ(found.groups[0].members.size(), 11U);
  EXPECT_EQ(found.groups[1].members.size(), 8U);
}

TEST_F(KeyGroupsTest, FewerThanThreePeopleAreNoProblem) {
  add(2, "the soup was cold", {{StruggleKind::food, 0.9F}});
  const KeyGroups found = groups();
  EXPECT_TRUE(found.groups.empty());
  EXPECT_EQ(found.rest.size(), 2U);
}

TEST_F(KeyGroupsTest, IdsDoNotDependOnTheOrderOfTheItems) {
  add(5, "the soup was cold", {{StruggleKind::food, 0.9F}});
  add(7, "the waiter was rude", {{StruggleKind::staff, 0.9F}});
  const KeyGroups forth = groups();
  std::reverse(texts_.begin(), texts_.end());
  const KeyGroups back = groups();
  ASSERT_EQ(forth.groups.size(), back.groups.size());
  for (std::size_t g = 0; g < forth.groups.size(); ++g) {
    EXPECT_EQ(forth.groups[g].id, back.groups[g].id);
    EXPECT_EQ(forth.groups[g].members.size(), back.groups[g].members.size());
  }
  EXPECT_NE(forth.groups[0].id, forth.groups[1].id);
}

TEST_F(KeyGroupsTest, KindsThatShareTheirPeopleAreOneFamily) {
  add(20, "gift card refused at the till",
      {{StruggleKind::reward, 0.9F}, {StruggleKind::payment, 0.7F}});
  add(10, "points expired", {{StruggleKind::reward, 0.9F}});
  add(70, "the room smelled", {{StruggleKind::dirty, 0.9F}});
  read();
  const KindFamilies family = kind_families(terms_, scores_, {});
  EXPECT_EQ(family[static_cast<std::size_t>(StruggleKind::payment)],
            static_cast<std::uint8_t>(StruggleKind::reward));
  EXPECT_EQ(family[static_cast<std::size_t>(StruggleKind::dirty)],
            static_cast<std::uint8_t>(StruggleKind::dirty));
}

TEST_F(KeyGroupsTest, KindsThatMeetNoOftenerThanChanceStayApart) {
  add(60, "nobody answers and the bill is wrong",
      {{StruggleKind::support, 0.9F}, {StruggleKind::charge, 0.8F}});
  add(30, "nobody answers the telephone", {{StruggleKind::support, 0.9F}});
  add(10, "the bill is wrong again", {{StruggleKind::charge, 0.8F}});
  read();
  const KindFamilies family = kind_families(terms_, scores_, {});
  EXPECT_EQ(family[static_cast<std::size_t>(StruggleKind::charge)],
            static_cast<std::uint8_t>(StruggleKind::charge));
}

TEST_F(KeyGroupsTest, WaitingAloneIsWaitingForWhatDoesNotCome) {
  add(12, "the box never reached me", {{StruggleKind::missing, 0.9F}});
  add(8, "eleven days late", {{StruggleKind::wait, 0.9F}});
  read();
  EXPECT_EQ(kind_families(terms_, scores_, {})[static_cast<std::size_t>(StruggleKind::wait)],
            static_cast<std::uint8_t>(StruggleKind::missing));
  texts_.clear();
  add(8, "the box never reached me", {{StruggleKind::missing, 0.9F}});
  add(12, "eleven days late", {{StruggleKind::wait, 0.9F}});
  read();
  EXPECT_EQ(kind_families(terms_, scores_, {})[static_cast<std::size_t>(StruggleKind::wait)],
            static_cast<std::uint8_t>(StruggleKind::wait));
}

TEST_F(KeyGroupsTest, WhatNearlyAllSpeakOfIsOneProblemInAllItsKinds) {
  add(10, "the boiler is broken", {{StruggleKind::broken, 0.9F}});
  add(7, "the boiler hums all night", {{StruggleKind::comfort, 0.9F}});
  add(4, "about the boiler once more", {});
  add(8, "the porter was rude", {{StruggleKind::staff, 0.9F}});
  read();
  std::vector<ThemeItem> content(20, {.text = "lovely garden and kind people"});
  const auto thing = common_thing(terms_, content, nullptr, pool_);
  ASSERT_TRUE(thing);
  const KeyGroups found = key_groups(items_, terms_, scores_, thing);
  ASSERT_EQ(found.groups.size(), 2U);
  EXPECT_EQ(found.groups[0].members.size(), 21U);
  EXPECT_TRUE(found.rest.empty());

  std::vector<ThemeItem> all_speak(20, {.text = "lovely boiler"});
  EXPECT_FALSE(common_thing(terms_, all_speak, nullptr, pool_)) << "background";
  EXPECT_FALSE(common_thing(terms_, {}, nullptr, pool_)) << "nothing to compare with";
}

TEST_F(KeyGroupsTest, WhatNearlyAllSpeakOfIsOneProblemHoweverManyKindsTellIt) {
  add(4, "the boiler is broken", {{StruggleKind::broken, 0.9F}});
  add(3, "the boiler hums all night", {{StruggleKind::comfort, 0.9F}});
  add(3, "who pays for the boiler", {{StruggleKind::charge, 0.9F}});
  add(12, "about the boiler once more", {});
  add(8, "the porter was rude", {{StruggleKind::staff, 0.9F}});
  read();
  const std::vector<ThemeItem> content(20, {.text = "lovely garden and kind people"});
  const KeyGroups found =
      key_groups(items_, terms_, scores_, common_thing(terms_, content, nullptr, pool_));
  ASSERT_FALSE(found.groups.empty());
  EXPECT_EQ(found.groups[0].members.size(), 22U);
}

TEST_F(KeyGroupsTest, AFamilyJoinsAnotherWithAllItsKinds) {
  // Payment is reward's already, by their people; then the common thing joins both to broken.
  add(30, "the boiler is broken", {{StruggleKind::broken, 0.9F}});
  add(8, "the boiler ate my voucher",
      {{StruggleKind::reward, 0.9F}, {StruggleKind::payment, 0.8F}});
  add(4, "the boiler lost my points", {{StruggleKind::reward, 0.9F}});
  add(9, "the porter was rude", {{StruggleKind::staff, 0.9F}});
  read();
  const std::vector<ThemeItem> content(20, {.text = "lovely garden and kind people"});
  const auto thing = common_thing(terms_, content, nullptr, pool_);
  ASSERT_TRUE(thing);
  const KindFamilies family = kind_families(terms_, scores_, thing);
  const auto broken = static_cast<std::uint8_t>(StruggleKind::broken);
  EXPECT_EQ(family[static_cast<std::size_t>(StruggleKind::reward)], broken);
  EXPECT_EQ(family[static_cast<std::size_t>(StruggleKind::payment)], broken);
  EXPECT_EQ(family[static_cast<std::size_t>(StruggleKind::staff)],
            static_cast<std::uint8_t>(StruggleKind::staff));
}

TEST_F(KeyGroupsTest, TheFilesOwnWordsFindWhomTheHeadsMiss) {
  add(12, "nobody accepts my ride", {{StruggleKind::wait, 0.8F}});
  add(60, "the map is blurred and grey", {{StruggleKind::usability, 0.8F}});
  add(1, "third night that nobody accepts", {{StruggleKind::wait, 0.4F}});
  add(1, "a blurred ferret", {{StruggleKind::wait, 0.4F}});
  read();
  const std::vector<StruggleScores> here = kinds_here(terms_, scores_, pool_);
  const auto wait = static_cast<std::size_t>(StruggleKind::wait);
  EXPECT_GT(here[72][wait], 0.5F);
  EXPECT_LT(here[73][wait], 0.4F);
}

TEST_F(KeyGroupsTest, TheSameAtAnyThreadCount) {
  for (int i = 0; i < 40; ++i) {
    add(9, "word" + std::to_string(i % 7) + " and more of it",
        {{static_cast<StruggleKind>(i % 5), 0.3F + 0.01F * static_cast<float>(i)}});
  }
  read();
  const Pool one(1);
  EXPECT_EQ(kinds_here(terms_, scores_, one), kinds_here(terms_, scores_, pool_));
}

TEST_F(KeyGroupsTest, TheSurestShortTextsAreQuotedFirst) {
  add(6, "something about the soup, I think", {{StruggleKind::food, 0.7F}});
  add(1, "the soup was cold and the bread was stale", {{StruggleKind::food, 0.9F}});
  add(1, std::string(300, 'x') + " soup", {{StruggleKind::food, 0.99F}});
  read();
  const std::vector<KeyTheme> found =
      key_themes(items_, scores_,
                 {.themes = [](std::size_t) { return std::size_t{6}; },
                  .kinds_of = [](std::string_view) { return StruggleScores{}; }},
                 pool_);
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].theme.quotes.size(), 5U);
  EXPECT_EQ(found[0].theme.quotes[0], 6U);
  EXPECT_EQ(std::ranges::count(found[0].theme.quotes, 7U), 0);
}

TEST_F(KeyGroupsTest, WhatHasNoKindIsAProblemOnlyUnderANameThatIsSaid) {
  const std::vector<std::string> ends = {"today",   "again",   "in june",
                                         "at noon", "as ever", "sadly"};
  for (const std::string& end : ends) add(2, "the ferris wheel stood still " + end, {});
  for (const std::string& end : ends) add(1, "so that was that " + end, {});
  read();
  const std::vector<KeyTheme> found =
      key_themes(items_, scores_,
                 {.themes = [](std::size_t) { return std::size_t{4}; },
                  .kinds_of = [](std::string_view) { return StruggleScores{}; }},
                 pool_);
  ASSERT_FALSE(found.empty());
  for (const KeyTheme& key : found)
    EXPECT_NE(key.theme.name.find("wheel"), std::string::npos) << key.theme.name;
}

/// "hold" names support; each phrase is said by those with the problem, often enough.
class KeyNamesTest : public testing::Test {
 protected:
  std::string name(const std::vector<std::string>& phrases) const {
    return key_name(StruggleKind::support, phrases, {.kinds = kinds_, .count = count_});
  }

  PhraseKinds kinds_ = [](std::string_view phrase) {
    StruggleScores out{};
    if (phrase.find("hold") != std::string_view::npos || phrase == "customer service")
      out[static_cast<std::size_t>(StruggleKind::support)] = 0.9F;
    return out;
  };
  PhraseCount said_{.share = 0.2, .precision = 0.9, .said = 9};
  std::function<PhraseCount(std::string_view)> count_ = [this](std::string_view) { return said_; };
};

TEST_F(KeyNamesTest, TakesThePhraseThatSaysIt) {
  EXPECT_EQ(name({"my order", "on hold monday", "an hour on hold"}),
            "customer service does not help: an hour on hold");
  EXPECT_EQ(name({"my order"}), "customer service does not help");
}

TEST_F(KeyNamesTest, APhraseThatRepeatsThePlainWordsSaysNoMore) {
  EXPECT_EQ(name({"customer service", "an hour on hold"}),
            "customer service does not help: an hour on hold");
}

TEST_F(KeyNamesTest, APhraseOfOthersIsNone) {
  said_.precision = 0.3;
  EXPECT_EQ(name({"an hour on hold"}), "customer service does not help");
}

TEST_F(KeyNamesTest, APhraseOfOnePersonIsNone) {
  said_.said = 1;
  EXPECT_EQ(name({"an hour on hold"}), "customer service does not help");
}

TEST(PhraseUse, CountsMembersAndOthers) {
  const std::vector<std::string> said = {"The lid leaks", "the LID LEAKS badly", "lid leaks",
                                         "no lid at all"};
  const std::vector<std::string> other = {"no, the lid leaks not at all", "thanks"};
  std::vector<ThemeItem> items, others;
  for (std::uint32_t i = 0; i < said.size(); ++i) items.push_back({.text = said[i], .person = i});
  for (std::uint32_t i = 0; i < other.size(); ++i)
    others.push_back({.text = other[i], .person = 9 + i});
  const PhraseUse use(items, others);
  const std::vector<std::uint32_t> members = {0, 1, 3};
  const PhraseCount count = use.of("lid leaks", use.texts_of(members));
  EXPECT_EQ(count.said, 2U);
  EXPECT_NEAR(count.share, 2 / 3.0, 1e-9);
  EXPECT_NEAR(count.precision, 0.5, 1e-9);  // Two of the four who say it.
  EXPECT_EQ(use.of("handle", use.texts_of(members)).said, 0U);
}

TEST(PhraseUse, ALargeFileIsLookedAtInPart) {
  const auto one_in = [](std::uint32_t i, std::uint32_t n) {
    return (i * 2654435761U >> 16U) % n == 0;
  };
  std::vector<ThemeItem> items, others;
  for (std::uint32_t i = 0; i < 9000; ++i)
    items.push_back({.text = one_in(i, 3) ? "lid leaks" : "bent", .person = i});
  for (std::uint32_t i = 0; i < 9000; ++i)
    others.push_back({.text = one_in(i, 9) ? "lid leaks" : "fine", .person = 9000 + i});
  std::vector<std::uint32_t> members(9000);
  std::iota(members.begin(), members.end(), 0);
  const PhraseUse use(items, others);
  const PhraseCount count = use.of("lid leaks", use.texts_of(members));
  EXPECT_NEAR(count.share, 1 / 3.0, 0.1);
  EXPECT_NEAR(count.precision, 0.75, 0.1);
}

}  // namespace
}  // namespace attune::problems
