// SPDX-License-Identifier: Apache-2.0
#include "problems/feelings/feeling_shares.h"

#include <gtest/gtest.h>

#include <vector>

#include "base/random.h"

namespace attune::problems {
namespace {

/// Messages of one unit each, with these probabilities (of 255) of being annoyed.
Corpus annoyed(const std::vector<std::uint8_t>& p) {
  Corpus corpus;
  for (const std::uint8_t one : p) {
    CorpusMessage message;
    message.unit = static_cast<std::uint32_t>(corpus.messages.size());
    message.feelings[0] = one;
    corpus.messages.push_back(message);
  }
  return corpus;
}

TEST(FeelingShares, AverageWhatIsLikelyAndForceNoLabel) {
  const Corpus corpus = annoyed({255, 102, 102, 102});  // One for sure, three at 0.4.
  const FeelingShare share = feeling_shares(corpus)[0];
  EXPECT_NEAR(share.share, 0.55, 1e-9);
  EXPECT_EQ(share.messages, 4U);
  EXPECT_EQ(share.unsure, 0.75);
  EXPECT_EQ(share.all, share.share);
  EXPECT_LT(share.interval.low, 0.3);
  EXPECT_GT(share.interval.high, 0.8);
}

TEST(FeelingShares, MessagesThatDoNotCountStandInNoShare) {
  Corpus corpus = annoyed({255, 255, 0, 255});
  corpus.messages[0].unread = corpus.messages[1].blank = corpus.messages[3].from_brand = true;
  EXPECT_EQ(feeling_shares(corpus)[0].messages, 1U);
  EXPECT_EQ(feeling_shares(corpus)[0].share, 0);
}

TEST(FeelingShares, OneLoudPersonMakesNobodySure) {
  Corpus many = annoyed(std::vector<std::uint8_t>(60, 20));
  for (std::size_t m = 0; m < 30; ++m) many.messages[m].feelings[0] = 240;
  Corpus loud = many;
  for (std::size_t m = 0; m < 30; ++m) loud.messages[m].unit = 0;
  const Interval a = feeling_shares(many)[0].interval;
  const Interval b = feeling_shares(loud)[0].interval;
  EXPECT_EQ(feeling_shares(many)[0].share, feeling_shares(loud)[0].share);
  EXPECT_GT(b.high - b.low, a.high - a.low);
}

TEST(FeelingShares, AreTheSameInWhateverOrderUnitsStand) {
  Random random(7);
  Corpus corpus;
  std::vector<std::uint32_t> all;
  for (std::uint32_t m = 0; m < 300; ++m) {
    CorpusMessage message;
    message.unit = static_cast<std::uint32_t>(random.uniform() * 40);
    for (std::uint8_t& p : message.feelings) p = static_cast<std::uint8_t>(random.uniform() * 255);
    corpus.messages.push_back(message);
    all.push_back(m);
  }
  const FeelingShares shares = feeling_shares(corpus, all);
  for (std::size_t f = 0; f < kFeelingCount; ++f) {
    double sum = 0;
    for (const CorpusMessage& message : corpus.messages)
      sum += static_cast<double>(message.feelings[f]) / 255;
    EXPECT_NEAR(shares[f].share, sum / 300, 1e-12);
    EXPECT_EQ(shares[f].all, 0) << "left to the caller";
  }
}

TEST(FeelingShares, OfNothingAreOpen) {
  const FeelingShare share = feeling_shares(Corpus{})[0];
  EXPECT_EQ(share.messages, 0U);
  EXPECT_EQ(share.interval.high, 1);
}

}  // namespace
}  // namespace attune::problems
