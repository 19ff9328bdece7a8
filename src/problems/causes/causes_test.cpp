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
      const auto index = static_cast<std::uint32_t>(corpus_.messages.size());
      CorpusMessage message;
      message.text = text;
      message.unit = index;
      corpus_.messages.push_back(message);
      CorpusClause clause;
      clause.message = index;
      clause.span = {.begin = 0, .end = end};
      clause.because = Span{.begin = at, .end = end};
      corpus_.clauses.push_back(clause);
    }
  }

  [[nodiscard]] std::vector<Cause> causes(const Topic& topic) const {
    std::vector<std::uint32_t> clauses(corpus_.clauses.size());
    std::iota(clauses.begin(), clauses.end(), 0U);
    Judging judging(corpus_);
    return causes_of(corpus_, judging, topic, clauses, {});
  }

 private:
  Corpus corpus_;
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
