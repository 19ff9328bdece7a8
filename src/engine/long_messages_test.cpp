// SPDX-License-Identifier: Apache-2.0
// Messages as long as a file may hold, and inputs as long as anybody reads.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/batch.h"
#include "engine/models.h"
#include "engine/read_corpus.h"
#include "engine/understand_files.h"
#include "problems/passages.h"

namespace attune {
namespace {

class LongMessages : public testing::Test {
 protected:
  static const Models& models() {
    static const auto kLoaded = load_models(ATTUNE_SOURCE_DIR "/models");
    return *kLoaded;
  }
  void SetUp() override { ASSERT_TRUE(load_models(ATTUNE_SOURCE_DIR "/models")); }
  void TearDown() override { std::remove(path_.c_str()); }

  const std::string path_ = testing::TempDir() + "attune_long_" +
                            testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv";
};

TEST(Batch, IsFullOfFewLongMessagesOrManyShortOnes) {
  Batch batch;
  for (std::size_t i = 0; i < Batch::kMost; ++i) {
    EXPECT_FALSE(batch.full());
    batch.add({.text = "late again"});
  }
  EXPECT_TRUE(batch.full());
  EXPECT_GT(batch.chunk(), 1U);
  batch.clear();
  EXPECT_FALSE(batch.full());
  while (!batch.full()) batch.add({.text = std::string(Batch::kMostBytes / 3, 'a')});
  EXPECT_EQ(batch.size(), 4U);
  EXPECT_EQ(batch.chunk(), 1U) << "each may go to another thread";
}

TEST_F(LongMessages, PassagesAreTheirOwnWordsAtTheirPlace) {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text += fmt::format(
        "The app crashed again on page {}. Worst app ever. My parcel for jo{}@mail.org never "
        "arrived and I am angry. The shop is open on Sunday. The refund of XX/XX/XXXX is still "
        "missing. ",
        i, i);
  }
  std::ofstream(path_) << "text\n" << text << "\n";
  const auto read = read_corpus(std::vector{path_}, models().understander, {}, Pool(1));
  ASSERT_TRUE(read) << read.error().message;
  problems::Judging judging(*read);
  const std::vector<problems::Passage> passages =
      problems::passages_of(*read, Kind::struggle, judging);
  ASSERT_GE(passages.size(), 40U);
  for (const problems::Passage& passage : passages) {
    const std::string_view said = passage.span.of(text);
    ASSERT_EQ(passage.text.size(), said.size());
    for (std::size_t i = 0; i < said.size(); ++i)
      ASSERT_TRUE(passage.text[i] == said[i] || passage.text[i] == ' ') << said;
    for (const std::string_view word : {"Sunday", "Worst", "mail", "XX"})
      EXPECT_EQ(passage.text.find(word), std::string::npos) << passage.text;
    EXPECT_NE(passage.text.find_first_not_of(' '), std::string::npos);
  }
}

TEST_F(LongMessages, NothingMoreIsReadOnceNobodyWantsMore) {
  std::ofstream out(path_);
  out << "text\n";
  for (int i = 0; i < 20'000; ++i) out << "The app crashed again on page " << i << '\n';
  out.close();
  std::size_t calls = 0;
  const auto intake = understand_files(std::vector{path_, path_ + ".absent"}, models().understander,
                                       {}, Pool(2), [&](std::string_view) {
                                         ++calls;
                                         return false;
                                       });
  ASSERT_TRUE(intake) << intake.error().message;
  EXPECT_EQ(calls, 1U);
  EXPECT_EQ(intake->read, Batch::kMost);
}

}  // namespace
}  // namespace attune
