// SPDX-License-Identifier: Apache-2.0
// Messages of signs, names that hold a feeling, and how plain words take the place of others.

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "understand/turns/turns.h"
#include "understand/turns/turns_testing.h"

namespace attune {
namespace {

constexpr std::string_view kSignsGood[] = {"😍",
                                           "👍",
                                           "👍🏽👍🏽",
                                           "🙌🎉",
                                           "🥰🥰🥰",
                                           "👏👏👏",
                                           "💖",
                                           "😀",
                                           "😊",
                                           "🤩🤩",
                                           "🔥🔥🔥",
                                           "⭐⭐⭐⭐⭐",
                                           "💪",
                                           "👌",
                                           "♥️",
                                           "@bakery 😍",
                                           "🎉🎉!!",
                                           "🙏",
                                           "😂👍",
                                           "😋",
                                           "✅",
                                           "😍😍😍😍",
                                           "👍👍",
                                           "💜",
                                           "😁",
                                           "🥳",
                                           "👌🏼",
                                           "🫶",
                                           "😻",
                                           "🤗",
                                           "😃👍",
                                           "❤️❤️❤️",
                                           "✨✨"};

constexpr std::string_view kSignsBad[] = {
    "😠",  "🤬🤬", "😭",          "💩",  "👎👎👎",  "😞",    "🤮", "🤢",
    "💔",  "😤",        "🙄",       "😒",  "🖕", "😢",    "😩😩",   "☹️",
    "😔",  "👎🏻", "@airline 😡", "😕",  "❌",    "😡",    "👎👎",   "🤮🤮",
    "😭😭", "💔💔",       "🤬",       "😠😠", "☹",    "🙁", "😖",    "🤦‍♀️",
    "😾",  "👎😡"};

constexpr std::string_view kSignsNeutral[] = {"📦", "🚗",  "🤔", "🏠🏠", "📱📱", "🐶", "🇫🇷", "✈️",
                                              "📅", "🚲🏠", "🤷", "😐",  "🍕",  "☕", "🕒"};

constexpr std::string_view kNamesNeutral[] = {"I got the Love Island bottle for my niece.",
                                              "We play Crash Bandicoot on Saturdays.",
                                              "My Happy Hour ticket is for two people.",
                                              "She wears a Nasty Gal dress in size ten.",
                                              "He watches Breaking Bad on the train.",
                                              "I ordered a Happy Meal with milk.",
                                              "There is a Best Buy next to the station.",
                                              "I bought a Joy Division shirt last week.",
                                              "My son has the Angry Birds backpack.",
                                              "We met at the Lucky Dragon on Friday.",
                                              "I have a ticket for Fear and Loathing on Monday.",
                                              "The Sad Puppies poster is on the wall.",
                                              "We flew from Hope Airport in May.",
                                              "I use Lovable Labs for my invoices.",
                                              "They stock Ugly Drinks in the corner shop.",
                                              "I read Misery by Stephen King.",
                                              "@shop do you sell Happy Socks in size 40?",
                                              "I play Angry Birds.",
                                              "We stayed at the Hope Hotel for two nights.",
                                              "My daughter watches Crazy Frog videos.",
                                              "I got a pair of Happy Socks from my aunt.",
                                              "Bought at Best Buy in March.",
                                              "The Fear of God hoodie comes in black.",
                                              "I use Hinge and Happn.",
                                              "They sell Nasty Gal dresses.",
                                              "I subscribe to Bad Blood podcast.",
                                              "Our Mad Hatter box has six cups.",
                                              "I have two Joy-Cons.",
                                              "We read Pride and Prejudice in class.",
                                              "The Grateful Dead shirt is in size L.",
                                              "Sad Panda sends me a newsletter.",
                                              "Killing Joke play in June.",
                                              "I'm using Bliss OS on my laptop.",
                                              "Ordered a Nothing Phone last week.",
                                              "We took the Terror of London tour on Friday.",
                                              "My Hateful Eight disc is in French.",
                                              "I study at Hope College.",
                                              "Happy Planet soup contains celery.",
                                              "The Cheerful Baker opens at eight."};

constexpr std::string_view kNamesFine[] = {
    "Happy Mammoth arrived on Tuesday.",      "Anger Management class starts at nine.",
    "Worry Free Labs sent an invoice.",       "Delight Yoga has two studios.",
    "Crash Bandicoot runs on my old laptop.", "Disappointment Cafe opens at ten."};

constexpr std::string_view kNamesBad[] = {
    "The Happy Socks ripped on the first day.", "Angry Birds crashes on level four.",
    "My Joy-Con stopped working after a week.", "The Love Island app keeps freezing.",
    "My Happy Light stopped working.",          "The Best Western lost my booking."};

constexpr std::string_view kNamesGood[] = {"I love my Happy Socks.",
                                           "Angry Birds is brilliant fun."};

constexpr std::string_view kNamesLookAlikes[] = {"I am so Happy with the Socks.",
                                                 "Great Customer Service.",
                                                 "Awful Experience.",
                                                 "Love Amazon!",
                                                 "We had an Amazing Time.",
                                                 "Worst Airline ever.",
                                                 "Terrible Uber driver.",
                                                 "thank you to the Lovely Sarah at the desk",
                                                 "Very Good Product, Very Happy Customer",
                                                 "We really Love Netflix.",
                                                 "ANGRY CUSTOMER HERE",
                                                 "Hate Vodafone."};

TEST(Turns, SignsAloneSayWhatTheyShow) {
  expect_most_are(kSignsGood, Polarity::positive);
  expect_most_are(kSignsBad, Polarity::negative);
  expect_most_are(kSignsNeutral, Polarity::neutral);
}

TEST(Turns, NamesFeelNothing) {
  expect_most_are(kNamesNeutral, Polarity::neutral);
  expect_few_are(kNamesFine, Polarity::negative);
  expect_most_are(kNamesBad, Polarity::negative);
  expect_most_are(kNamesGood, Polarity::positive);
  expect_few_are(kNamesLookAlikes, Polarity::neutral);
}

TEST(Turns, AStruggleBesideATurnStays) {
  EXPECT_TRUE(
      tells(read_message("I can't fault the porter, but the lift is broken."), Kind::struggle));
  EXPECT_TRUE(
      tells(read_message("No complaints about the food, the room was filthy."), Kind::struggle));
}

TEST(Turns, SpansAreOfTheTextAsItStands) {
  const std::string text = "We couldn't be more pleased, though the hinge squeaks.";
  const Reading reading = read_message(text);
  ASSERT_EQ(reading.clauses.size(), 2U);
  EXPECT_EQ(reading.clauses[0].span.of(text), "We couldn't be more pleased,");
  EXPECT_EQ(reading.clauses[1].span.of(text), "though the hinge squeaks.");
}

/// A text with its plain words, of a book of one turn.
class Given {
 public:
  explicit Given(std::string_view file) {
    PatternReader reader;
    EXPECT_TRUE(reader.read("test", file));
    patterns_ = std::make_unique<Patterns>(*Patterns::compile(reader.take()));
    turns_ = std::make_unique<Turns>(*Turns::of(*patterns_));
  }

  /// The plain words, blanks between them; "-" where there is no turn.
  std::string plain(std::string_view text) {
    tokenise(text, tokens_);
    split_clauses(text, tokens_, clauses_);
    patterns_->match(tokens_, state_);
    const Parse parse{text, tokens_, clauses_, *patterns_, state_.hits()};
    if (!turns_->read(parse, plain_)) return "-";
    std::string out;
    for (std::size_t i = 0; i < plain_.tokens.size(); ++i) {
      out += (i > 0 ? " " : "") + std::string(plain_.tokens.word(i));
    }
    return out;
  }
  [[nodiscard]] const PlainText& plain() const { return plain_; }
  [[nodiscard]] const std::vector<ClauseRange>& clauses() const { return clauses_; }

 private:
  std::unique_ptr<Patterns> patterns_;
  std::unique_ptr<Turns> turns_;
  Tokens tokens_;
  std::vector<ClauseRange> clauses_;
  PatternState state_;
  PlainText plain_;
};

TEST(PlainText, WordsAreExchangedAndTheRestKept) {
  Given given("[turn.good] x .90\n> very happy\n= over the moon\n= over the moon and back\n");
  EXPECT_EQ(given.plain("I am fine."), "-");
  EXPECT_EQ(given.plain("I am over the moon."), "i am very happy .");
  EXPECT_EQ(given.plain("Over the moon and back!"), "very happy !");
  EXPECT_EQ(given.plain("over the moon over the moon"), "very happy very happy");
}

TEST(PlainText, ClausesAreThoseOfTheText) {
  Given given("[turn.bad] x .90\n> bad\n= good once ~4 gone\n");
  EXPECT_EQ(given.plain("It was good once, but it is gone now."), "it was bad now .");
  ASSERT_EQ(given.plain().clauses.size(), given.clauses().size());
  for (std::size_t c = 0; c < given.clauses().size(); ++c) {
    EXPECT_EQ(given.plain().clauses[c].span, given.clauses()[c].span);
    EXPECT_LT(given.plain().clauses[c].first, given.plain().clauses[c].last);
  }
  EXPECT_FLOAT_EQ(given.plain().meant[0].bad, 0.9F);
}

TEST(PlainText, IsValidOnAnyBytes) {
  Given given(
      "[turn.good] x .90\n> so good\n= no ~2 fault\n[turn.neutral] y .90\n> name\n= fault %word\n");
  Random random(5);
  const std::vector<std::string> parts = {"no ", "fault ", ", but ", "\xff",
                                          ". ",  "we ",    "\n",     "😡"};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::uint64_t n = random.below(20); n > 0; --n) text += parts[random.below(parts.size())];
    if (given.plain(text) == "-") continue;
    ASSERT_EQ(given.plain().clauses.size(), given.clauses().size());
    for (const ClauseRange& clause : given.plain().clauses) {
      ASSERT_LT(clause.first, clause.last);
      ASSERT_LE(clause.last, given.plain().tokens.size());
    }
  }
}

TEST(PlainText, ATurnThatDoesNotSayWhatItMeansIsRefused) {
  PatternReader reader;
  ASSERT_TRUE(reader.read("test", "[turn.good] x .90\n= over the moon\n"));
  const auto patterns = Patterns::compile(reader.take());
  ASSERT_TRUE(patterns);
  const auto turns = Turns::of(*patterns);
  ASSERT_FALSE(turns);
  EXPECT_NE(turns.error().message.find("\"x\" does not say what it means"), std::string::npos);
}

}  // namespace
}  // namespace attune
