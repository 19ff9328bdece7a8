// SPDX-License-Identifier: Apache-2.0
#include "problems/evidence/contentment.h"

#include <gtest/gtest.h>

#include "problems/ranking/rating_scale.h"

namespace attune::problems {
namespace {

/// `count` messages of one writer each that rate and read so.
void add(Corpus& corpus, int count, float rating, float valence) {
  for (int i = 0; i < count; ++i) {
    CorpusMessage message;
    message.unit = corpus.units++;
    message.rating = rating;
    message.valence = valence;
    message.sentiment = valence > 0.3F    ? Polarity::positive
                        : valence < -0.3F ? Polarity::negative
                                          : Polarity::neutral;
    corpus.messages.push_back(message);
  }
}

float best_of(float low, float high) {
  Corpus corpus;
  add(corpus, 20, low, -0.5F);
  add(corpus, 20, high, 0.5F);
  return best_rating(corpus);
}

TEST(BestRating, IsTheTopOfAScaleThatIsKnown) {
  EXPECT_EQ(best_of(1, 5), 5);
  EXPECT_EQ(best_of(0, 5), 5);
  EXPECT_EQ(best_of(0, 10), 9);
  EXPECT_EQ(best_of(1, 9), 9);
  EXPECT_EQ(best_of(10, 100), 90);
}

TEST(BestRating, IsNotKnownOfOthers) {
  EXPECT_EQ(best_of(1, 3), kNoRating);
  EXPECT_EQ(best_of(1, 4), kNoRating);
  EXPECT_EQ(best_of(0, 7), kNoRating);
  EXPECT_EQ(best_of(0, 1000), kNoRating);
  EXPECT_EQ(best_rating({}), kNoRating);
}

TEST(BestRating, WhereAHighNumberIsABadOneThereIsNone) {
  Corpus marks;
  add(marks, 20, 1, 0.6F);
  add(marks, 20, 5, -0.6F);
  EXPECT_EQ(best_rating(marks), kNoRating);
  Corpus angry;
  add(angry, 30, 5, -0.8F);
  EXPECT_EQ(best_rating(angry), kNoRating) << "nobody rates less, and all read as angry";
}

TEST(BestRating, IsKnownWhereEverybodyGaveIt) {
  Corpus corpus;
  add(corpus, 30, 5, -0.1F);
  EXPECT_EQ(best_rating(corpus), 5) << "negated praise may read as anything";
}

TEST(Contentment, ARatingComesBeforeTheWords) {
  Corpus corpus;
  add(corpus, 20, 1, -0.6F);
  add(corpus, 20, 5, 0.6F);
  add(corpus, 1, 5, -0.6F);
  add(corpus, 1, 1, 0.6F);
  add(corpus, 1, kNoRating, 0.6F);
  add(corpus, 1, 4, 0.6F);
  const ContentReader reader(corpus);
  EXPECT_EQ(reader.of(corpus.messages[40]), Content::rated_best);
  EXPECT_EQ(reader.of(corpus.messages[41]), Content::open) << "polite, and one star";
  EXPECT_EQ(reader.of(corpus.messages[42]), Content::reads_glad);
  EXPECT_EQ(reader.of(corpus.messages[43]), Content::reads_glad);
  corpus.messages[40].asked = Asked::bad;
  EXPECT_EQ(reader.of(corpus.messages[40]), Content::open);
}

TEST(Contentment, IsCountedByUnits) {
  Corpus corpus;
  add(corpus, 20, 1, -0.6F);
  add(corpus, 30, 5, -0.1F);
  add(corpus, 30, 5, 0.4F);
  const Share share = content_share(corpus);
  EXPECT_EQ(share.count, 60U);
  EXPECT_EQ(share.of, 80U);
  Corpus silent;
  add(silent, 7, kNoRating, 0.6F);
  add(silent, 3, kNoRating, 0);
  EXPECT_EQ(content_share(silent).count, 7U);
}

}  // namespace
}  // namespace attune::problems
