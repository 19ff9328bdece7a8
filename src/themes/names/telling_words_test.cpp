// SPDX-License-Identifier: Apache-2.0
#include "themes/names/telling_words.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace attune {
namespace {

/// Ten texts of each of three things, in the order bags, cards, calls; `strays` follow, all put
/// into the first.
struct World {
  std::vector<std::string> texts;
  std::vector<ThemeItem> items;
  std::vector<std::int32_t> theme_of;

  explicit World(const std::vector<std::string>& strays) {
    const std::array<std::string, 3> things = {"my suitcase is lost again", "gift card declined",
                                               "nobody answers the phone"};
    const std::array<std::string, 10> how = {"today",   "on monday", "in june",   "twice", "really",
                                             "at noon", "yesterday", "this week", "still", "sadly"};
    for (std::size_t t = 0; t < things.size(); ++t) {
      for (const std::string& word : how) {
        texts.push_back(things[t] + " " + word);
        theme_of.push_back(static_cast<std::int32_t>(t));
      }
    }
    for (const std::string& stray : strays) {
      texts.push_back(stray);
      theme_of.push_back(0);
    }
    for (std::uint32_t i = 0; i < texts.size(); ++i) items.push_back({texts[i], i});
  }

  [[nodiscard]] std::vector<std::int32_t> settled(std::size_t threads = 1) const {
    return evident_themes(items, theme_of, 3, nullptr, Pool(threads));
  }
};

TEST(Evident, TextsWithTheWordsOfTheirThemeStay) {
  const World world({});
  EXPECT_EQ(world.settled(), world.theme_of);
}

TEST(Evident, ATextWithoutAWordOfAnyThemeHasNone) {
  const World world({"the colour of the curtains disappoints"});
  EXPECT_EQ(world.settled().back(), -1);
}

TEST(Evident, ATextMovesToTheThemeWhoseWordsItHas) {
  const World world({"was the gift card declined because of june"});
  EXPECT_EQ(world.settled().back(), 1);
}

TEST(Evident, AHomelessTextFindsTheThemeThatItSpeaksOf) {
  World world({"lost suitcase"});
  world.theme_of.back() = -1;
  EXPECT_EQ(world.settled().back(), 0);
}

TEST(Evident, OneThemeAloneKeepsWhatSaysTheSame) {
  World world({});
  world.items.resize(10);
  world.theme_of.resize(10);
  EXPECT_EQ(evident_themes(world.items, world.theme_of, 1, nullptr, Pool(1)), world.theme_of);
}

TEST(Evident, ThreadsChangeNothing) {
  std::vector<std::string> many;
  for (int i = 0; i < 1500; ++i) many.push_back("suitcase number " + std::to_string(i) + " lost");
  const World world(many);
  EXPECT_EQ(world.settled(1), world.settled(4));
}

TEST(Evident, NothingGivesNothing) {
  EXPECT_TRUE(evident_themes({}, {}, 0, nullptr, Pool(1)).empty());
}

}  // namespace
}  // namespace attune
