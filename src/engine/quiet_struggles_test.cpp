// SPDX-License-Identifier: Apache-2.0
#include "engine/quiet_struggles.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/models.h"
#include "engine/read_corpus.h"

namespace attune {
namespace {

const Models& models() {
  static const auto kLoaded = load_models(ATTUNE_SOURCE_DIR "/models");
  return *kLoaded;
}

/// Lines of a CSV file, read with the ear for quiet struggles.
problems::Corpus heard(const std::string& csv, int threads = 2) {
  const std::string path = testing::TempDir() + "attune_quiet_" +
                           testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv";
  std::ofstream(path) << csv;
  CorpusOptions options;
  options.struggles = &models().struggles;
  auto read = read_corpus(std::vector{path}, models().understander, options, Pool(threads));
  std::remove(path.c_str());
  EXPECT_TRUE(read);
  return std::move(*read);
}

bool struggles(const problems::Corpus& corpus, std::size_t m) {
  const problems::CorpusMessage& message = corpus.messages[m];
  for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
    if (corpus.clauses[c].is(Kind::struggle)) return true;
  }
  return false;
}

std::string listed(const std::vector<std::string_view>& texts) {
  std::string csv = "text\n";
  for (const std::string_view text : texts) csv += fmt::format("\"{}\"\n", text);
  return csv;
}

TEST(QuietStruggles, ToldWithoutAComplaint) {
  const std::vector<std::string_view> texts = {
      "Is there anybody at your help line today?", "Any news of my parcel? Day nine now.",
      "The app closes when I tap on pay", "We are still at the gate, two hours now"};
  const problems::Corpus corpus = heard(listed(texts));
  for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_TRUE(struggles(corpus, i)) << texts[i];
}

TEST(QuietStruggles, SmallTalkAndPraiseAreNone) {
  const std::vector<std::string_view> texts = {
      "Good morning from the harbour", "Which colours does the small one come in?",
      "Best app for paying my bills", "Refund came the next day, thank you", "Parcel"};
  const problems::Corpus corpus = heard(listed(texts));
  for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_FALSE(struggles(corpus, i)) << texts[i];
}

TEST(QuietStruggles, WhoRatesHighIsContent) {
  std::string csv = "stars,text\n";
  for (int i = 0; i < 20; ++i)
    csv += fmt::format("1,The strap broke on day {0}\n5,\"Lovely bag, thank you {0}\"\n", i);
  csv += "1,The app closes when I tap on pay\n5,The app closes when I tap on pay\n";
  const problems::Corpus corpus = heard(csv);
  EXPECT_TRUE(struggles(corpus, 40));
  EXPECT_FALSE(struggles(corpus, 41));
}

TEST(QuietStruggles, ClausesStayWithTheirMessages) {
  const problems::Corpus corpus = heard(listed(
      {"The lamp is broken.", "  Any news of my parcel? Day nine now. ", "The box was wet."}));
  std::uint32_t next = 0;
  for (std::uint32_t m = 0; m < corpus.messages.size(); ++m) {
    const problems::CorpusMessage& message = corpus.messages[m];
    EXPECT_EQ(message.first_clause, next);
    for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
      EXPECT_EQ(corpus.clauses[c].message, m);
      EXPECT_LE(corpus.clauses[c].span.end, message.text.size());
    }
    next = message.last_clause;
  }
  EXPECT_EQ(next, corpus.clauses.size());
  const problems::CorpusClause& whole = corpus.clauses[corpus.messages[1].first_clause];
  EXPECT_EQ(whole.span.of(corpus.messages[1].text).substr(0, 8), "Any news");
}

TEST(QuietStruggles, ThreadsDoNotMatter) {
  const std::string csv = listed({"Is there anybody at your help line today?", "Good morning",
                                  "Any news of my parcel? Day nine now."});
  const problems::Corpus one = heard(csv, 1);
  const problems::Corpus many = heard(csv, 4);
  ASSERT_EQ(one.clauses.size(), many.clauses.size());
  for (std::size_t c = 0; c < one.clauses.size(); ++c) {
    EXPECT_EQ(one.clauses[c].kinds, many.clauses[c].kinds);
    EXPECT_EQ(one.clauses[c].p, many.clauses[c].p);
  }
}

}  // namespace
}  // namespace attune
