// SPDX-License-Identifier: Apache-2.0
#include "engine/read_corpus.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "engine/models.h"

namespace attune {
namespace {

class ReadCorpus : public testing::Test {
 protected:
  problems::Corpus corpus(const std::string& csv, const CorpusOptions& options = {}) {
    static const auto kModels = load_models(ATTUNE_SOURCE_DIR "/models");
    const std::string path = testing::TempDir() + "attune_corpus_" +
                             testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv";
    std::ofstream(path) << csv;
    auto read = read_corpus(std::vector{path}, kModels->understander, options, Pool(2));
    std::remove(path.c_str());
    EXPECT_TRUE(read) << (read ? "" : read.error().message);
    return read ? std::move(*read) : problems::Corpus{};
  }
};

bool says(const problems::Corpus& corpus, std::string_view part) {
  return std::ranges::any_of(corpus.intake.assumed, [&](const Assumption& assumption) {
    return assumption.said.find(part) != std::string::npos;
  });
}

TEST_F(ReadCorpus, BlankTextsAreReadAndInNoShare) {
  const problems::Corpus read = corpus(
      "id,person,text\n1,a,My parcel never came\n2,b,\n3,c,n/a\n4,d, \xC2\xA0 \n5,e,None\n"
      "6,f,--\n7,g,I like it\n");
  EXPECT_EQ(read.messages.size(), 7U);
  EXPECT_EQ(read.units, 3U);
  EXPECT_EQ(read.intake.used, 7U);
  EXPECT_TRUE(says(read, "4 messages have no text"));
}

TEST_F(ReadCorpus, BlankRowsOfNobodyDoNotTurnPeopleIntoMessages) {
  std::string csv = "id,person,text\n1,a,My parcel never came\n2,b,It is late\n";
  for (int i = 0; i < 20; ++i) csv += std::to_string(i + 3) + ",,\n";
  EXPECT_EQ(corpus(csv).unit, Unit::people);
}

TEST_F(ReadCorpus, OneRowOf1970IsUndatedAndThatIsSaid) {
  std::string csv = "id,date,text\nold,1970-01-01,My parcel never came\n";
  for (int i = 0; i < 28; ++i) {
    csv += std::to_string(i) + ",2026-02-" + (i < 9 ? "0" : "") + std::to_string(i + 1) +
           ",My parcel never came\n";
  }
  const problems::Corpus read = corpus(csv);
  EXPECT_EQ(read.messages[0].day, problems::kNoDay);
  EXPECT_NE(read.messages[1].day, problems::kNoDay);
  EXPECT_TRUE(says(read, "1 message is dated 1970-01-01"));
}

TEST_F(ReadCorpus, AColumnThatIsAskedForAndNotThereIsNamedBesideThoseThatAre) {
  const std::string csv = "id,shop,text\n1,A,My parcel never came\n2,,It is late\n";
  EXPECT_TRUE(corpus(csv, {.where = {{.name = "shop", .value = "Z"}}}).missing.empty());
  EXPECT_TRUE(corpus(csv, {.by = "shop"}).missing.empty());
  const auto missing = corpus(csv, {.where = {{.name = "nocolumn", .value = "1"}}}).missing;
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_EQ(missing[0],
            "--where: no record has a column \"nocolumn\"; the columns are id, shop, text");
  EXPECT_EQ(corpus(csv, {.where = {{.name = "channel", .value = "1"}}}).missing.size(), 1U);
  EXPECT_EQ(corpus(csv, {.by = "nocolumn"}).missing.size(), 1U);
}

}  // namespace
}  // namespace attune
