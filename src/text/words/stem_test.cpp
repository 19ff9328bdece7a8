// SPDX-License-Identifier: Apache-2.0
#include "text/words/stem.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace attune {
namespace {

TEST(Stem, FormsOfAWordShareIt) {
  Stemmer stemmer;
  for (const char* const form : {"parcel", "parcels", "parcel's", "parcelled", "parcelling"}) {
    EXPECT_EQ(stemmer.stem(form), "parcel") << form;
  }
  EXPECT_EQ(stemmer.stem("cancelled"), "cancel");
  EXPECT_NE(std::string(stemmer.stem("content")), std::string(stemmer.stem("contest")));
  EXPECT_EQ(stemmer.stem(""), "");
  EXPECT_EQ(stemmer.stem("'s"), "'s");
  EXPECT_EQ(stemmer.stem("größe"), "größe");
}

TEST(Stem, AStemmerThatMovesStaysOne) {
  Stemmer first;
  Stemmer second = std::move(first);
  EXPECT_EQ(second.stem("parcels"), "parcel");
}

TEST(Stem, TheShortFormJoinsOneAndMany) {
  EXPECT_EQ(short_form("parcels"), "parcel");
  EXPECT_EQ(short_form("parcel"), "parcel");
  EXPECT_EQ(short_form("deliveries"), short_form("delivered"));
  EXPECT_EQ(short_form("bus"), "bu");
  EXPECT_EQ(short_form(""), "");
}

TEST(Stem, TheOpeningOfAShortWordIsAllOfIt) {
  EXPECT_EQ(opening_of("depressed", 5), "depre");
  EXPECT_EQ(opening_of("sad", 5), "sad");
}

TEST(Stem, ADerivedWordIsAKnownOneWithAnAffix) {
  const auto known = [](std::string_view word) {
    constexpr std::array<std::string_view, 4> kWords = {"kiosk", "friend", "book", "cat"};
    return std::ranges::find(kWords, word) != kWords.end();
  };
  for (const char* const word : {"kiosks", "kiosked", "rebook", "booking", "booker", "friendly"}) {
    EXPECT_TRUE(is_derived(word, known)) << word;
  }
  for (const char* const word : {"kiosk", "cats", "rebooked", "unkind", ""}) {
    EXPECT_FALSE(is_derived(word, known)) << word;  // "cat" is too short, two affixes too many.
  }
}

}  // namespace
}  // namespace attune
