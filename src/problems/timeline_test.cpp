// SPDX-License-Identifier: Apache-2.0
#include "problems/timeline.h"

#include <gtest/gtest.h>

#include "problems/feelings/topic_feelings.h"

namespace attune::problems {
namespace {

TEST(Timeline, APeriodIsCutIntoTheShortestStretchesThatAreNotTooMany) {
  EXPECT_EQ(stretch_for(0), Stretch::none);
  EXPECT_EQ(stretch_for(1), Stretch::day);
  EXPECT_EQ(stretch_for(31), Stretch::day);
  EXPECT_EQ(stretch_for(32), Stretch::week);
  EXPECT_EQ(stretch_for(31 * 7), Stretch::week);
  EXPECT_EQ(stretch_for(31 * 7 + 1), Stretch::month);
  EXPECT_EQ(stretch_for(31 * 31), Stretch::month);
  EXPECT_EQ(stretch_for(31 * 31 + 1), Stretch::quarter);
  EXPECT_EQ(stretch_for(31 * 31 * 3), Stretch::quarter);
  EXPECT_EQ(stretch_for(31 * 31 * 3 + 1), Stretch::year);
}

Corpus over(std::int32_t first, std::int32_t last) {
  Corpus corpus;
  for (const std::int32_t day : {first, last}) {
    CorpusMessage message;
    message.day = day;
    message.unit = 0;
    corpus.messages.push_back(message);
  }
  corpus.units = 1;
  return corpus;
}

TEST(Timeline, IsCutAsItSays) {
  constexpr std::int32_t kJanuary = 20'454;  // 2026-01-01, a Thursday.
  EXPECT_EQ(Timeline(Corpus{}).stretch(), Stretch::none);
  const Timeline weeks(over(kJanuary, kJanuary + 60));
  EXPECT_EQ(weeks.stretch(), Stretch::week);
  EXPECT_EQ(weeks.from(1), "2026-01-05");
  EXPECT_EQ(weeks.from(2), "2026-01-12");
  const Timeline quarters(over(kJanuary, kJanuary + 1000));
  EXPECT_EQ(quarters.stretch(), Stretch::quarter);
  EXPECT_EQ(quarters.from(1), "2026-04-01");
  const Timeline years(over(kJanuary, kJanuary + 4000));
  EXPECT_EQ(years.stretch(), Stretch::year);
  EXPECT_EQ(years.from(1), "2027-01-01");
}

/// A hundred messages, each with `share` of 255 for the emotion.
EmotionSums sums(std::size_t emotion, std::uint64_t share) {
  EmotionSums out;
  out.messages = 100;
  out.emotions[emotion] = share * out.messages;
  return out;
}

TEST(TopicFeelings, AreShownFromThreePercentAndNamedWhereTheyStandOut) {
  constexpr std::size_t kAnger = 2;
  const auto of = [&](std::uint64_t share) {
    return topic_feelings(sums(kAnger, share), {}, Kind::struggle, 5);
  };
  EXPECT_TRUE(of(7).empty());  // 7 / 255 is under 3 %.
  ASSERT_EQ(of(8).size(), 1U);
  EXPECT_FALSE(of(25)[0].named);  // 25 / 255 is under 10 %.
  EXPECT_TRUE(of(26)[0].named);
  const auto against = [&](std::uint64_t all) {
    return topic_feelings(sums(kAnger, 60), sums(kAnger, all), Kind::struggle, 5)[0].named;
  };
  EXPECT_TRUE(against(30));
  EXPECT_FALSE(against(45)) << "little more often than in all";
  EmotionSums few = sums(kAnger, 60);
  few.messages = 10;
  few.emotions[kAnger] /= 10;
  EXPECT_FALSE(topic_feelings(few, sums(kAnger, 30), Kind::struggle, 5)[0].named) << "chance";
  EXPECT_TRUE(topic_feelings(sums(27, 200), {}, Kind::struggle, 5).empty()) << "neutral";
}

TEST(Feelings, OfAllMessagesAreNamedFromOnePercentAndNeutralIsNot) {
  Corpus corpus = over(0, 10);
  for (CorpusMessage& message : corpus.messages) {
    message.emotions[2] = 2;  // Of 255: under 1 %.
    message.emotions[3] = 3;
    message.emotions[27] = 200;
  }
  for (const EmotionShare& feeling : feelings_of(corpus, Timeline(corpus), 5).overall)
    EXPECT_EQ(feeling.named, feeling.emotion == 3) << kEmotions[feeling.emotion];
}

}  // namespace
}  // namespace attune::problems
