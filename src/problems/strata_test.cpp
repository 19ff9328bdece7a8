// SPDX-License-Identifier: Apache-2.0
#include "problems/strata.h"

#include <gtest/gtest.h>

#include "problems/timeline.h"

namespace attune::problems {
namespace {

/// A corpus of dated messages, each by its own unit.
class Made {
 public:
  /// One message on each of `days` days from `first` on.
  Made& add(std::int32_t first, std::int32_t days, std::uint32_t brand, std::uint32_t file = 0) {
    for (std::int32_t day = first; day < first + days; ++day) {
      CorpusMessage message;
      message.day = day;
      message.brand = brand;
      message.file = file;
      message.unit = corpus.units++;
      corpus.messages.push_back(message);
    }
    return *this;
  }
  Corpus corpus;
};

constexpr std::int32_t kMay = 20'574;  // 2026-05-01.

TEST(SourceInName, IsTheNameWithoutItsDate) {
  EXPECT_EQ(source_in_name("2026-01.csv"), source_in_name("2026-02.csv"));
  EXPECT_EQ(source_in_name("tickets_20260131.jsonl"), source_in_name("tickets_20260228.jsonl"));
  EXPECT_NE(source_in_name("tickets-2026.csv"), source_in_name("survey-2026.csv"));
  EXPECT_EQ(source_in_name("shop1.csv"), "shop1.csv");
  EXPECT_EQ(source_in_name("id-42190.csv"), "id-42190.csv");
}

TEST(Strata, OneBrandOfOneFileIsOne) {
  EXPECT_EQ(strata_of(Made().add(kMay, 60, kNobody).corpus).number, 1U);
  EXPECT_EQ(strata_of(Made().add(kMay, 60, 0).corpus).number, 1U);
  EXPECT_FALSE(Timeline(Made().add(kMay, 60, 0).corpus).stratified());
}

TEST(Strata, AreBrandsAndSources) {
  Made made;
  made.add(kMay, 20, 0).add(kMay, 20, 1).add(kMay, 20, 1, 1);
  made.corpus.intake.files = {"store.csv", "phone.csv"};
  const Strata strata = strata_of(made.corpus);
  EXPECT_EQ(strata.number, 3U);
  EXPECT_NE(strata.of[0], strata.of[20]);
  EXPECT_NE(strata.of[20], strata.of[40]);
}

TEST(Strata, AreChannelsOfOneFile) {
  Made made;
  made.add(kMay, 20, 0).add(kMay, 20, 0).add(kMay, 20, 0);
  for (std::size_t i = 20; i < 40; ++i) made.corpus.messages[i].channel = 1;
  const Strata strata = strata_of(made.corpus);
  EXPECT_EQ(strata.number, 2U);
  EXPECT_EQ(strata.of[0], strata.of[40]);
  EXPECT_NE(strata.of[0], strata.of[20]);
}

TEST(Strata, FilesOfOneSourceMonthByMonthAreOne) {
  Made made;
  made.add(kMay, 31, kNobody).add(kMay + 31, 30, kNobody, 1);
  made.corpus.intake.files = {"calls-2026-05.csv", "calls-2026-06.csv"};
  EXPECT_EQ(strata_of(made.corpus).number, 1U);
  made.corpus.intake.files = {"calls.csv", "letters.csv"};
  EXPECT_EQ(strata_of(made.corpus).number, 2U);
}

TEST(Strata, SmallOnesAreTakenTogether) {
  Made made;
  made.add(kMay, 10, 0).add(kMay, 9, 1).add(kMay, 9, 2);
  const Strata strata = strata_of(made.corpus);
  EXPECT_EQ(strata.number, 2U);
  EXPECT_EQ(strata.of[10], strata.of[19]);
  EXPECT_NE(strata.of[0], strata.of[10]);
}

TEST(Strata, WhatDoesNotCountMakesNone) {
  Made made;
  made.add(kMay, 30, 0).add(kMay, 30, 1);
  for (std::size_t i = 30; i < 60; ++i) made.corpus.messages[i].unread = true;
  EXPECT_EQ(strata_of(made.corpus).number, 1U);
}

TEST(TimelineRun, ShowsAllAndHoldsEachStratumThatSpeaksOfIt) {
  Made made;
  made.add(kMay, 14, 0).add(kMay + 4, 10, 1).add(kMay, 14, 2);
  const Timeline timeline(made.corpus);
  ASSERT_EQ(timeline.size(), 14U);
  // Messages 5 and 13 are of brand 0, message 15 is of brand 1 on the sixth day.
  const Course course = timeline.course(made.corpus, std::vector<std::uint32_t>{5, 13, 15, 15});
  EXPECT_TRUE(course.stratified);
  EXPECT_EQ(course.buckets[5].count, 2U);
  EXPECT_EQ(course.buckets[5].of, 3U);
  ASSERT_EQ(course.strata.size(), 2U);
  EXPECT_EQ(course.strata[0].counts[5], 1U);
  EXPECT_EQ(course.strata[0].counts[13], 1U);
  EXPECT_EQ(course.strata[1].counts[5], 1U);
  EXPECT_EQ(course.strata[1].exposure[3], 0);
  EXPECT_EQ(course.strata[1].exposure[4], 1);
}

TEST(TimelineRun, OfOneStratumHoldsBucketsAlone) {
  const Made made = Made().add(kMay, 20, kNobody);
  const Course course = Timeline(made.corpus).course(made.corpus, std::vector<std::uint32_t>{3, 4});
  EXPECT_FALSE(course.stratified);
  EXPECT_TRUE(course.strata.empty());
  EXPECT_EQ(course.buckets[3].count, 1U);
}

}  // namespace
}  // namespace attune::problems
