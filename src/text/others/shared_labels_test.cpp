// SPDX-License-Identifier: Apache-2.0
#include "text/others/shared_labels.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

constexpr int kTexts = 60;

/// Sixty texts that say different things, and what `dress` makes of each.
template <typename Dress>
std::vector<std::string> dressed(Dress dress) {
  constexpr std::string_view kThings[] = {"the lift", "our room", "the pool", "breakfast",
                                          "the key"};
  constexpr std::string_view kFates[] = {"stuck twice",  "was spotless", "smelled of paint",
                                         "took an hour", "made my day",  "cost extra"};
  std::vector<std::string> texts;
  for (int i = 0; i < kTexts; ++i) {
    const std::string own = std::string(kThings[i % 5]) + " " + std::string(kFates[i % 6]) +
                            " on day " + std::to_string(i);
    texts.push_back(dress(i, own));
  }
  return texts;
}

SharedLabels learnt(const std::vector<std::string>& texts) {
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  return SharedLabels::learn(views);
}

/// `text` without its labels, trimmed.
std::string own(const SharedLabels& labels, std::string text) {
  std::vector<FoundLabel> found;
  labels.find(text, found);
  for (auto label = found.rbegin(); label != found.rend(); ++label)
    text.erase(label->span.begin, label->span.size());
  const std::size_t begin = std::min(text.find_first_not_of(" \n"), text.size());
  const std::size_t end = text.find_last_not_of(" \n") + 1;
  return begin < end ? text.substr(begin, end - begin) : "";
}

struct Dress {
  std::string_view before;
  std::string_view behind;
};

TEST(SharedLabels, WhatASiteWritesAroundATextIsNotItsWriters) {
  const Dress dresses[] = {
      {"✅ Stay Confirmed | ", ""},
      {"Comment: ", ""},
      {"Sent via web form: ", ""},
      {"Review title: ", ""},
      {"[Sponsored] ", ""},
      {"(Desktop) ", ""},
      {"★★★★☆ | ", ""},
      {"Guest #0042 - ", ""},
      {"Form entry » ", ""},
      {"Verified Booking. ", ""},
      {"Verified Booking\n", ""},
      {"", " [This opinion was collected as part of a promotion.]"},
      {"", " | Posted in Lisbon"},
      {"", "\nPosted by mobile app"},
      {"", ". Submitted by kiosk"},
      {"", " (Verified buyer)"},
      {"Verified Purchase ", ""},
      {"", "\nRead more"},
      {"", "\n12 guests found this helpful"},
  };
  for (const Dress& dress : dresses) {
    const auto texts = dressed([&](int i, const std::string& own) {
      return i % 2 == 0 ? std::string(dress.before) + own + std::string(dress.behind) : own;
    });
    const SharedLabels labels = learnt(texts);
    EXPECT_EQ(labels.all().size(), 1U) << dress.before << dress.behind;
    const auto bare = dressed([](int, const std::string& own) { return own; });
    std::string kept = own(labels, texts[4]);
    if (!kept.empty() && kept.back() == '.') kept.pop_back();
    EXPECT_EQ(kept, bare[4]) << dress.before << dress.behind;
    EXPECT_EQ(own(labels, texts[5]), bare[5]);
  }
}

TEST(SharedLabels, SeveralLabelsOfOneKindAreLabelsTogether) {
  const auto texts = dressed([](int i, const std::string& own) {
    return (i < 40 ? "Stay Confirmed | " : i < 52 ? "Unconfirmed | " : "Stay Disputed | ") + own;
  });
  const SharedLabels labels = learnt(texts);
  EXPECT_EQ(labels.all().size(), 3U);
  EXPECT_EQ(own(labels, "Stay Disputed | no towels"), "no towels");
}

TEST(SharedLabels, LinesOfAFormLoseTheirHeads) {
  const auto texts = dressed([](int i, const std::string& own) {
    return "Order: " + std::to_string(1000 + i) + "\nMessage: " + own;
  });
  const SharedLabels labels = learnt(texts);
  EXPECT_EQ(own(labels, "Order: 7\nMessage: no towels"), "7\n no towels");
}

TEST(SharedLabels, HeadsInsideALineAreLabels) {
  const auto texts = dressed([](int, const std::string& own) {
    return "Review title: " + own.substr(0, 9) + " Review text: " + own;
  });
  EXPECT_EQ(own(learnt(texts), "Review title: Towels Review text: none at all"),
            "Towels  none at all");
}

TEST(SharedLabels, ALabelOfAnswersIsKnown) {
  const auto texts = dressed([](int i, const std::string& own) {
    return own + "\nOur reply: sorry about day " + std::to_string(i);
  });
  const SharedLabels labels = learnt(texts);
  ASSERT_EQ(labels.all().size(), 1U);
  EXPECT_TRUE(labels.all()[0].answers);
  const auto asked = dressed([](int, const std::string& own) { return "Response: " + own; });
  ASSERT_EQ(learnt(asked).all().size(), 1U);
  EXPECT_FALSE(learnt(asked).all()[0].answers);
}

TEST(SharedLabels, MonthsInALabelMayDiffer) {
  const std::string_view months[] = {"May", "June", "July"};
  const auto texts = dressed([&](int i, const std::string& own) {
    return "Reviewed in Lisbon on " + std::string(months[i % 3]) + " " +
           std::to_string(1 + i % 28) + "\n" + own;
  });
  EXPECT_EQ(own(learnt(texts), "Reviewed in Lisbon on March 4\nno towels"), "no towels");
}

TEST(SharedLabels, NumbersInALabelMayDiffer) {
  const auto texts = dressed([](int i, const std::string& own) {
    return "Case " + std::to_string(100 + i * 17) + ": " + own;
  });
  EXPECT_EQ(own(learnt(texts), "Case 9: no towels"), "no towels");
}

TEST(SharedLabels, PeopleMayBeginAlike) {
  const std::string_view openings[] = {
      "The app is ",
      "I have been a guest for years. ",
      "Arrived broken. ",
      "The site has been down since this morning. ",
      "The ticket machine is not working. ",
      "Great hotel! ",
      "Great hotel\n",
      "Very disappointed, ",
      "My problem: ",
      "Cons: ",
      "Error 503: ",
      "Good. ",
      "We were told the payment was submitted. ",
  };
  for (const std::string_view opening : openings) {
    const auto texts =
        dressed([&](int, const std::string& own) { return std::string(opening) + own; });
    EXPECT_TRUE(learnt(texts).empty()) << opening;
  }
}

TEST(SharedLabels, PeopleMayEndAlike) {
  for (const std::string_view end :
       {". Never again", " and that is that.", ". It is still broken", "\nNot recommended",
        ". We paid by card", " (sigh, no answer)"}) {
    const auto texts = dressed([&](int, const std::string& own) { return own + std::string(end); });
    EXPECT_TRUE(learnt(texts).empty()) << end;
  }
}

TEST(SharedLabels, FewTextsAndFewShareTeachNothing) {
  auto texts =
      dressed([](int i, const std::string& own) { return i < 12 ? "Comment: " + own : own; });
  EXPECT_TRUE(learnt(texts).empty());
  texts.clear();
  for (int i = 0; i < 19; ++i) texts.push_back("Comment: it is day " + std::to_string(i));
  EXPECT_TRUE(learnt(texts).empty());
}

TEST(SharedLabels, ATextMayBeginWithAMark) {
  for (const std::string_view mark : {": ", "| ", "] ", "\n: ", ".", ":"}) {
    const auto texts =
        dressed([&](int, const std::string& own) { return std::string(mark) + own; });
    EXPECT_LE(learnt(texts).all().size(), 1U);
    EXPECT_TRUE(learnt(std::vector<std::string>(30, std::string(mark))).all().size() <= 1U);
  }
}

TEST(SharedLabels, TheLongestIsTaken) {
  const auto texts =
      dressed([](int, const std::string& own) { return "Web form: Message: " + own; });
  const SharedLabels labels = learnt(texts);
  EXPECT_EQ(own(labels, "Web form: Message: no towels"), "no towels");
  EXPECT_EQ(own(labels, "Web form: no towels"), "no towels");
}

}  // namespace
}  // namespace attune
