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

std::string quoted(const std::string& cell) {
  return "\"" + cell + "\"";
}

TEST_F(ReadCorpus, WordsOfOthersAreLeftOutCountedAndQuoted) {
  std::string csv = "id,text\n";
  for (int i = 0; i < 30; ++i) {
    csv += std::to_string(i) + "," +
           quoted("Stay Confirmed | The tap in room " + std::to_string(i) +
                  " drips all night.\n\nKind regards\nAnn\n> We are sorry about your shower") +
           "\n";
  }
  csv += "30,The lift is stuck\n31,\"> We are sorry about your shower\"\n";
  const problems::Corpus read = corpus(csv);
  EXPECT_TRUE(says(read,
                   "left out the label “Stay Confirmed |” that stands at the start of 30 of 32 "
                   "texts"));
  EXPECT_TRUE(
      says(read, "left out quoted mail in 31 of 32 texts (“> We are sorry about your shower”)"));
  EXPECT_TRUE(says(read, "left out the signature in 30 of 32 texts (“Kind regards”)"));
  EXPECT_TRUE(read.messages[31].blank);
  const problems::CorpusMessage& first = read.messages[0];
  EXPECT_EQ(first.text.find("The tap"), std::string("Stay Confirmed | ").size());
  const Span whole{.begin = 0, .end = static_cast<std::uint32_t>(first.text.size())};
  const Quote quote = problems::quote_of(first, whole, false);
  EXPECT_EQ(quote.text, "The tap in room 0 drips all night.");
  EXPECT_EQ(quote.span.begin, std::string("Stay Confirmed | ").size());
  for (const problems::CorpusClause& clause : read.clauses)
    EXPECT_EQ(clause.span.of(read.messages[clause.message].text).find("sorry"), std::string::npos);
}

TEST_F(ReadCorpus, AQuoteOverWordsOfOthersShowsThatSomethingIsMissing) {
  const problems::Corpus read =
      corpus("id,text\n1,\"The tap drips.\n> Which one?\nThe <b>left</b> one.\"\n2,It is late\n");
  const problems::CorpusMessage& first = read.messages[0];
  const Span whole{.begin = 0, .end = static_cast<std::uint32_t>(first.text.size())};
  EXPECT_EQ(problems::quote_of(first, whole, false).text, "The tap drips.\n[…]\nThe left one.");
}

TEST_F(ReadCorpus, ACompanysAnswerUnderItsLabelIsLeftOut) {
  std::string csv = "id,text\n";
  for (int i = 0; i < 30; ++i) {
    csv += std::to_string(i) + "," +
           quoted("The tap in room " + std::to_string(i) +
                  " drips.\nOur reply: we are sorry for any inconvenience") +
           "\n";
  }
  const problems::Corpus read = corpus(csv);
  EXPECT_EQ(read.messages[0].text.find("inconvenience"), std::string::npos);
  EXPECT_TRUE(says(read, "left out the company's answer in 30 of 30 texts"));
}

TEST_F(ReadCorpus, LabelsBehindLabelsAndFieldsOfAFormAreLeftOut) {
  std::string csv = "id,text\n";
  for (int i = 0; i < 30; ++i) {
    csv += std::to_string(i) + "," +
           quoted("Reviewed in Lisbon on May " + std::to_string(1 + i) +
                  "\nVerified Stay\nName: Ann\nMessage: The tap in room " + std::to_string(i) +
                  " drips") +
           "\n";
  }
  const problems::Corpus read = corpus(csv);
  const problems::CorpusMessage& first = read.messages[0];
  const Span whole{.begin = 0, .end = static_cast<std::uint32_t>(first.text.size())};
  EXPECT_EQ(problems::quote_of(first, whole, false).text, "The tap in room 0 drips");
  EXPECT_TRUE(says(read, "left out the label “Verified Stay”"));
}

TEST_F(ReadCorpus, MessagesThatBeginAlikeStayWhole) {
  std::string csv = "id,text\n";
  for (int i = 0; i < 40; ++i)
    csv += std::to_string(i) + ",The site is down. Order " + std::to_string(i) + " is lost\n";
  const problems::Corpus read = corpus(csv);
  EXPECT_FALSE(says(read, "left out"));
  EXPECT_TRUE(read.messages[0].left_out.empty());
}

}  // namespace
}  // namespace attune
