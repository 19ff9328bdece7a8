// SPDX-License-Identifier: Apache-2.0
#include "problems/content_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "problems/feelings/topic_feelings.h"

namespace attune::problems {
namespace {

TEST(Judging, JudgementsSayHowNotWhat) {
  Judging judging{Corpus{}};
  for (const char* text : {"Worst app ever!!", "fake app, don't download", "waste of my money",
                           "Never again. Disgusting.", "Fake app hai plz don't use", ""}) {
    EXPECT_FALSE(judging.says_what(text)) << text;
  }
  for (const char* text : {"worst refund policy", "they kept my money", "the app crashes at login",
                           "rude gate agent"}) {
    EXPECT_TRUE(judging.says_what(text)) << text;
  }
}

TEST(Judging, ABrandsOwnNameIsNotWhat) {
  Corpus corpus;
  corpus.brands = {"Harbour Lane"};
  Judging judging(corpus);
  EXPECT_FALSE(judging.says_what("Harbour Lane is the worst"));
  EXPECT_TRUE(judging.says_what("Harbour Lane lost my lamp"));
}

TEST(Judging, WhatAWholeTradeIsAboutIsNotWhat) {
  Corpus corpus;
  for (int i = 0; i < 300; ++i) {
    CorpusMessage message;
    message.text = i % 3 == 0 ? "worst lounge in the building" : "the shower was cold";
    corpus.messages.push_back(message);
  }
  Judging judging(corpus);
  EXPECT_FALSE(judging.says_what("the worst lounge ever"));
  EXPECT_TRUE(judging.says_what("the shower")) << "common, but not what is judged";
}

std::size_t emotion(std::string_view name) {
  return static_cast<std::size_t>(std::find(kEmotions.begin(), kEmotions.end(), name) -
                                  kEmotions.begin());
}

TEST(TopicFeelings, AProblemShowsWhatStandsOutAndNothingPleasant) {
  EmotionSums all{.messages = 100};
  EmotionSums topic{.messages = 10};
  const auto set = [](EmotionSums& sums, std::string_view name, double share) {
    sums.emotions[emotion(name)] =
        static_cast<std::uint64_t>(share * 255 * static_cast<double>(sums.messages));
  };
  set(all, "annoyance", 0.30);
  set(topic, "annoyance", 0.30);
  set(all, "fear", 0.02);
  set(topic, "fear", 0.20);
  set(all, "gratitude", 0.05);
  set(topic, "gratitude", 0.40);
  const auto shown = topic_feelings(topic, all, Kind::struggle, 5);
  ASSERT_EQ(shown.size(), 2U);
  EXPECT_EQ(shown[0].emotion, emotion("fear"));
  EXPECT_GT(shown[0].lift, 3);
  EXPECT_EQ(shown[1].emotion, emotion("annoyance"));
  const auto praised = topic_feelings(topic, all, Kind::praise, 5);
  ASSERT_EQ(praised.size(), 1U);
  EXPECT_EQ(praised[0].emotion, emotion("gratitude"));
}

}  // namespace
}  // namespace attune::problems
