// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/questions.h"

#include <gtest/gtest.h>

#include <string>

#include "listen/listen_testing.h"

namespace attune {
namespace {

using testing::hear;
using testing::Heard;

TEST(Questions, ForWhatIsGood) {
  for (const std::string_view name :
       {"What do you like most about us?", "Pros", "Best thing about the course", "positives",
        "Was hat Ihnen gefallen?", "Strengths", "What went well?", "Positive_Review",
        "What do we do well?", "liked_most", "What did you enjoy about your stay?", "Vorteile",
        "Points forts", "Lo mejor", "What made you happy today?", "What are the main benefits?"}) {
    EXPECT_EQ(asked_by(name), Asked::good) << name;
  }
}

TEST(Questions, ForWhatIsBad) {
  for (const std::string_view name :
       {"Cons", "What did you dislike?", "What went wrong?", "Negative_Review", "Weaknesses",
        "What did you like least?", "What didn't you like?", "What frustrated you?", "negatives",
        "What do you NOT like about the app?", "Nachteile", "Was hat Ihnen nicht gefallen?",
        "Points faibles", "The worst part of your visit", "dislikes", "What let you down?"}) {
    EXPECT_EQ(asked_by(name), Asked::bad) << name;
  }
}

TEST(Questions, ForWhatPeopleWishFor) {
  for (const std::string_view name :
       {"What should we improve?", "Advice to Management", "Suggestions",
        "What could we do better?", "What would you like to see next?", "Verbesserungsvorschläge",
        "Areas for improvement", "If you could change one thing, what would you change?",
        "What feature should we add?", "Do you have any suggestions for us?", "What is missing?",
        "Was können wir verbessern?"}) {
    EXPECT_EQ(asked_by(name), Asked::wishes) << name;
  }
}

TEST(Questions, ForAnything) {
  for (const std::string_view name : {"comment",
                                      "review",
                                      "Likes and dislikes",
                                      "How likely are you to recommend us?",
                                      "Would you like a reply?",
                                      "What is the best time to contact you?",
                                      "feedback",
                                      "product",
                                      "Anything else, good or bad?",
                                      "What did you like and what should we improve?",
                                      "procedure",
                                      "What is the main reason for your score?",
                                      "best_seller",
                                      "Did you like it?",
                                      "conversation",
                                      "How satisfied are you?",
                                      "What would you like us to know?",
                                      "complaint",
                                      "issue",
                                      "prospect",
                                      "console",
                                      "positive_count"}) {
    EXPECT_EQ(asked_by(name), Asked::anything) << name;
  }
}

/// Rows of short answers in two columns.
std::string answers(const std::string& header) {
  const std::string good[] = {"friendly desk", "the garden", "quiet rooms", "bread", "the view"};
  const std::string bad[] = {"price", "no lift", "parking", "the stairs smell", "cold showers"};
  std::string file = header + "\n";
  for (int i = 0; i < 25; ++i) {
    file += std::to_string(1 + i % 5) + "," + good[i % 5] + (i % 2 == 0 ? " " : " and ") +
            good[i / 5] + "," + bad[i % 5] + (i % 2 == 0 ? " " : " and ") + bad[i / 5] + "\n";
  }
  return file;
}

TEST(Questions, WhatIsBadIsReadBeforeWhatIsGood) {
  const Heard got = hear(answers("stars,What was great about it?,Downsides"));
  ASSERT_EQ(got.messages.size(), 25U) << got.error;
  EXPECT_EQ(got.messages[0].text, "price price");
  EXPECT_EQ(got.messages[0].asked, Asked::bad);
  EXPECT_TRUE(got.says("`Downsides` asks what is bad"));
  EXPECT_TRUE(got.says("--map text=Downsides"));
}

TEST(Questions, EachAnswerKnowsItsOwn) {
  const auto mapping = testing::mapped("text=Pros+Cons+note");
  const Heard got = hear("Pros,Cons,note\nthe pool,the price,we came by train\n", mapping);
  ASSERT_EQ(got.messages.size(), 3U) << got.error;
  EXPECT_EQ(got.messages[0].asked, Asked::good);
  EXPECT_EQ(got.messages[1].asked, Asked::bad);
  EXPECT_EQ(got.messages[2].asked, Asked::anything);
  EXPECT_TRUE(got.says("`Pros` asks what is good"));
}

TEST(Questions, AColumnOfCommentsStaysTheText) {
  const Heard got = hear(
      "comment,Pros\nWe waited for an hour and nobody came to us,warm\n"
      "The room was cold the whole night long,cheap\n");
  ASSERT_EQ(got.messages.size(), 2U) << got.error;
  EXPECT_EQ(got.messages[0].asked, Asked::anything);
  EXPECT_EQ(got.intake.mappings.at(0)[Field::text]->front(), "comment");
}

}  // namespace
}  // namespace attune
