// SPDX-License-Identifier: Apache-2.0
#include "text/pii/names.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/pii/pii.h"

namespace attune {
namespace {

std::string masked(std::string_view text) {
  static const PiiFinder finder = PiiFinder::load(ATTUNE_SOURCE_DIR "/models").value();
  Tokens tokens;
  std::vector<PiiSpan> found;
  tokenise(text, tokens);
  finder.find(text, tokens, found);
  return mask(text, found);
}

struct Case {
  std::string_view text;
  std::string_view masked;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& one : cases) EXPECT_EQ(masked(one.text), one.masked);
}

void expect_untouched(std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) EXPECT_EQ(masked(text), text);
}

TEST(Names, AnnouncedNamesAreFoundWhateverTheWord) {
  expect_all({{"My name is Tove Lindqvist.", "My name is [person]."},
              {"my name is marta holloway", "my name is [person]"},
              {"Mr. Spears never called", "Mr. [person] never called"},
              {"Frau Bergmann hat geholfen", "Frau [person] hat geholfen"},
              {"please change the name on it to Sofia Brandt",
               "please change the name on it to [person]"}});
}

TEST(Names, StaffIsFoundByWhatIsSaidOfThem) {
  expect_all(
      {{"the agent Devika was so kind", "the agent [person] was so kind"},
       {"Karen was very patient with us", "[person] was very patient with us"},
       {"i spoke to marta holloway twice", "i spoke to [person] twice"},
       {"MARTA HOLLOWAY on the phone was rude.", "[person] on the phone was rude."},
       {"Grace helped me, but the grace period is over.",
        "[person] helped me, but the grace period is over."},
       {"A lady named Yolanda promised a refund", "A lady named [person] promised a refund"}});
}

TEST(Names, GreetingsAndSignaturesAreFound) {
  expect_all({{"Hi Keelin, please write to us", "Hi [person], please write to us"},
              {"We are on it! -Devjyoti", "We are on it! -[person]"},
              {"Send us your number. ^Tanuj", "Send us your number. ^[person]"},
              {"It broke again.\nRegards,\nBirgit Olsen", "It broke again.\nRegards,\n[person]"},
              {"You're welcome, Hannah!", "You're welcome, [person]!"}});
}

TEST(Names, FamilyRolesAndRowsAreFound) {
  expect_all(
      {{"my wife Henrike loves it", "my wife [person] loves it"},
       {"We have three kids: Hannah, Derek and Anneke.",
        "We have three kids: [person], [person] and [person]."},
       {"It has two founders: Vizirow and Monjeau.", "It has two founders: [person] and [person]."},
       {"It is Karen's phone number", "It is [person]'s phone number"}});
}

TEST(Names, AFullNameIsFoundAgainByItsParts) {
  EXPECT_EQ(masked("I met Yuri Bulgakov. We think Bulgakov lied."),
            "I met [person]. We think [person] lied.");
  EXPECT_EQ(masked("I met Bob Taylor. I play a Taylor."), "I met [person]. I play a Taylor.");
}

TEST(Names, BrandsAndProductsStay) {
  expect_untouched({"I love Monzo and use it daily.", "Revolut blocked my account.",
                    "I use Ryzen 7 with Armoury Crate and Windows Hello.",
                    "Philips Hue bulbs and a Sonos Roam.", "Expedia never called back.",
                    "my Gibson sounds better than a Martin", "Taylor guitars are fine",
                    "a Gibson Les Paul and an Ernie Ball set", "I like Elizabeth Arden creams",
                    "we called Wells Fargo back", "Hi Greenlight team", "Thanks Junio team!",
                    "Mr. Cooper bought my loan", "an app called Albert",
                    "a company named Franklin sold my debt"});
}

TEST(Names, PlacesDaysMonthsAndPlainWordsStay) {
  expect_untouched({"Great sound for my Ukulele.", "Price: very reasonable", "Width is fine",
                    "on Monday and in April", "Exit row seat", "Malpensa lounge is small",
                    "We flew from Lusaka to Muscat", "Sao Paulo was cold", "Fragrance is lovely",
                    "Moreover I called twice", "WORST SERVICE EVER", "XXXX XXXX told me so",
                    "Do you expect him to come?", "Clean up my credit, she said", "I'm done",
                    "I miss Jupiter", "DR strings break", "Boss Loop Station", "BG called. -BG"});
}

TEST(Names, WhatIsNamedAfterSomebodyStays) {
  expect_untouched({"the David Gilmour sound", "my Johnny Smith guitar", "the Tom Bradley terminal",
                    "a Trevor Rabin tone", "our James Richardson lounge"});
}

TEST(Names, AnyBytesInAnyOrderAreTaken) {
  const std::vector<std::string> pieces = {"Mr. ", "Hi ",  "Karen", ", ",       ".",
                                           "\n",   "van ", "H. ",   "Berg ",    "xx ",
                                           "'s ",  "-",    "\xFF",  "name is ", ":"};
  for (std::size_t a = 0; a < pieces.size(); ++a) {
    for (std::size_t b = 0; b < pieces.size(); ++b) {
      for (std::size_t c = 0; c < pieces.size(); ++c) {
        EXPECT_FALSE(masked(pieces[a] + pieces[b] + pieces[c]).empty());
      }
    }
  }
}

}  // namespace
}  // namespace attune
