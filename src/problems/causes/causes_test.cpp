// SPDX-License-Identifier: Apache-2.0
#include "problems/causes/causes.h"

#include <gtest/gtest.h>

#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace attune::problems {
namespace {

/// Messages that struggle, each of another person, with what stands behind their "because".
class Given {
 public:
  void say(const std::string& text, std::size_t times) {
    constexpr std::string_view kBecause = "because ";
    const auto at = static_cast<std::uint32_t>(text.find(kBecause) + kBecause.size());
    const auto end = static_cast<std::uint32_t>(text.size());
    for (; times > 0; --times) {
      CorpusClause& clause = add(text);
      clause.span = {.begin = 0, .end = end};
      clause.because = Span{.begin = at, .end = end};
      clause.led = led_;
    }
  }

  /// The same of people who give no reason.
  void complain(const std::string& text, std::size_t times) {
    for (; times > 0; --times)
      add(text).span = {.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
  }

  /// From here on no connective marks the reasons.
  void found_by_the_model() { led_ = false; }

  [[nodiscard]] std::vector<Cause> causes(const Topic& topic,
                                          const Concepts* concepts = nullptr) const {
    std::vector<std::uint32_t> clauses(corpus_.clauses.size());
    std::iota(clauses.begin(), clauses.end(), 0U);
    Judging judging(corpus_);
    return causes_of(corpus_, judging, topic, clauses, {.concepts = concepts});
  }

 private:
  /// A message of somebody new, and its clause.
  CorpusClause& add(const std::string& text) {
    const auto index = static_cast<std::uint32_t>(corpus_.messages.size());
    CorpusMessage& message = corpus_.messages.emplace_back();
    message.text = text;
    message.unit = index;
    CorpusClause& clause = corpus_.clauses.emplace_back();
    clause.message = index;
    return clause;
  }

  Corpus corpus_;
  bool led_ = true;
};

Topic parcels() {
  Topic topic;
  topic.name = "parcel never came";
  return topic;
}

TEST(Causes, ATopicsOwnWordsAreNoCauseOfIt) {
  Given given;
  given.say("I am angry because the parcel never came", 9);
  given.say("No parcel because your depot lost it", 3);
  given.say("No parcel because the moon was full that night", 1);
  Topic topic = parcels();
  const std::vector<Cause> causes = given.causes(topic);
  ASSERT_EQ(causes.size(), 1U);  // One person alone tells a story.
  EXPECT_EQ(causes[0].quote.text, "your depot lost it");
  EXPECT_EQ(causes[0].people, 3U);
  topic.reach.count = 900;
  EXPECT_TRUE(given.causes(topic).empty());
}

TEST(Causes, AStorySpeaksForNobody) {
  Given given;
  given.say("No parcel because your depot lost it. Nobody there could say where", 3);
  EXPECT_TRUE(given.causes(parcels()).empty());
}

TEST(Causes, OnlyAMarkedReasonIsOne) {
  Given given;
  given.found_by_the_model();
  given.say("No parcel because your depot lost it", 5);
  EXPECT_TRUE(given.causes(parcels()).empty());
}

TEST(Causes, TheWritersOwnSideAndHollowWordsAreNone) {
  Given given;
  given.say("Where is it because I need the shoes on Sunday", 4);
  given.say("No parcel because of some technical error", 4);
  given.say("No parcel because this depot again", 4);
  given.say("No parcel because if the depot burns", 4);
  given.say("No parcel because something went wrong", 4);
  given.say("No parcel because Sarah", 4);
  given.say("No parcel because better trained drivers would be a start", 4);
  EXPECT_TRUE(given.causes(parcels()).empty());
}

TEST(Causes, WhatTheWriterLacksIsOne) {
  Given given;
  given.say("No parcel because I don't have a doorbell", 2);
  const std::vector<Cause> causes = given.causes(parcels());
  ASSERT_EQ(causes.size(), 1U);
  EXPECT_EQ(causes[0].people, 2U);
}

TEST(Causes, TwoLongMessagesAreTwoStories) {
  const std::string letter =
      "No parcel, and I wrote three times to the shop and to the people who own the shop, I went "
      "to "
      "the door of the office with my neighbour, and I sat there in the cold with a book and a "
      "sandwich "
      "until somebody came down and told me to go home and to wait: no parcel came, because "
      "your depot in the old harbour burned down to the ground";
  Given two;
  two.say(letter, 2);
  EXPECT_TRUE(two.causes(parcels()).empty());
  Given three;
  three.say(letter, 3);
  three.complain("The porter shouted at my mother", 60);  // Who do not speak of parcels.
  ASSERT_EQ(three.causes(parcels()).size(), 1U);
}

TEST(Causes, AShortReasonMeetsALongerOneThatHoldsIt) {
  Given given;
  given.say("No parcel because snow", 1);
  given.say("No parcel because heavy snow closed every mountain road", 1);
  const std::vector<Cause> causes = given.causes(parcels());
  ASSERT_EQ(causes.size(), 1U);
  EXPECT_EQ(causes[0].people, 2U);
}

TEST(Causes, ConceptsLetReasonsMeetThatShareNoWord) {
  const Concepts concepts = *Concepts::parse("driver: courier* postie\nloss: lost mislaid\n");
  Given given;
  given.say("Nothing because the courier mislaid everything", 1);
  given.say("Nothing because your postie lost everything", 1);
  given.say("Nothing because the postie lost my things", 1);
  const std::vector<Cause> causes = given.causes(parcels(), &concepts);
  ASSERT_EQ(causes.size(), 1U);
  EXPECT_EQ(causes[0].people, 3U);
}

TEST(Causes, TheLikeInOtherWordsIsOneCause) {
  Given given;
  given.say("No parcel because the courier lost our address label", 2);
  given.say("Nothing because couriers keep losing every address label", 2);
  given.say("No parcel because your depot burned down yesterday", 2);
  const std::vector<Cause> causes = given.causes(parcels());
  ASSERT_EQ(causes.size(), 2U);
  EXPECT_EQ(causes[0].people, 4U);
  EXPECT_EQ(causes[1].people, 2U);
}

}  // namespace
}  // namespace attune::problems
