// SPDX-License-Identifier: Apache-2.0
#include "engine/questions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attune {
namespace {

Topic problem(std::string name, const std::vector<std::string>& sentences) {
  Topic topic;
  topic.name = std::move(name);
  topic.theme = "t_" + topic.name;
  for (const std::string& sentence : sentences) {
    Quote quote;
    quote.text = sentence;
    topic.evidence.push_back(quote);
  }
  return topic;
}

TEST(Questions, AskWhatItsSentencesSayLeast) {
  const Topic crash =
      problem("crash", {"Crashes since Friday, please fix", "Since May it crashes",
                        "It crashes when I tap pay", "Should not crash, refund me"});
  const Topic desk =
      problem("desk", {"I called since Monday, nobody told me when",
                       "Called them twice while boarding, refund me", "Support should call back"});
  const std::vector<OpenQuestion> asked = questions_about({crash, desk}, 3);
  ASSERT_EQ(asked.size(), 2U);
  EXPECT_EQ(asked[0].problem, "crash");
  EXPECT_EQ(asked[0].theme, "t_crash");
  EXPECT_EQ(asked[0].asks, Unknown::device);
  EXPECT_DOUBLE_EQ(asked[0].said, 0);
  EXPECT_EQ(asked[1].asks, Unknown::reply);
  EXPECT_DOUBLE_EQ(asked[1].said, 1.0 / 3);
}

TEST(Questions, NoneIsAskedTwiceNorWhatHalfOfThemSay) {
  const Topic cold = problem("cold", {"The soup was cold", "Cold soup again"});
  const std::vector<OpenQuestion> asked = questions_about({cold, cold, cold, cold}, 9);
  ASSERT_EQ(asked.size(), 3U);  // Step, beginning, remedy: no screen, nobody asked.
  EXPECT_NE(asked[0].asks, asked[1].asks);
  EXPECT_NE(asked[1].asks, asked[2].asks);
  EXPECT_NE(asked[0].asks, asked[2].asks);
  EXPECT_EQ(questions_about({cold, cold}, 1).size(), 1U);
  const Topic clear = problem("clear", {"Cold when I came on Monday, I want a refund"});
  EXPECT_TRUE(questions_about({clear}, 3).empty());
  EXPECT_TRUE(questions_about({problem("silent", {})}, 3).empty());
}

}  // namespace
}  // namespace attune
