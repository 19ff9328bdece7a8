// SPDX-License-Identifier: Apache-2.0
#include "engine/reasons.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/clauses.h"
#include "text/tokens.h"

namespace attune {
namespace {

/// The reasons found in `text`, all of whose clauses struggle.
std::vector<std::string> reasons(std::string_view text) {
  Tokens tokens;
  tokenise(text, tokens);
  std::vector<ClauseRange> ranges;
  split_clauses(text, tokens, ranges);
  std::vector<Clause> all;
  std::vector<CorpusClause> kept;
  for (const ClauseRange& range : ranges) {
    all.push_back({.span = range.span, .kinds = {Kind::struggle}, .p = 0.9F});
    kept.push_back({.span = range.span, .p = 0.9F});
  }
  add_reasons(text, all, kept);
  std::vector<std::string> out;
  for (const CorpusClause& clause : kept) {
    if (clause.because) out.emplace_back(clause.because->of(text));
  }
  return out;
}

using Found = std::vector<std::string>;

TEST(Reasons, BeginBehindTheirConnectiveAndEndWithTheSentence) {
  EXPECT_EQ(reasons("We missed our train because the courier came late. Never again."),
            Found{"the courier came late"});
  EXPECT_EQ(reasons("Delayed due to a broken jetway bridge!"), Found{"a broken jetway bridge"});
  EXPECT_EQ(reasons("I left bc nobody ever answered the phone #fail"),
            Found{"nobody ever answered the phone"});
}

TEST(Reasons, AreNeverCutInsideAClause) {
  const std::string text =
      "It failed because the checkout refused the card, and then the page went white for so long "
      "that I gave up on the whole basket and went to another shop that I had never heard of "
      "before in my life";
  for (const std::string& reason : reasons(text)) {
    EXPECT_LE(reason.size(), 150U);
    EXPECT_FALSE(reason.ends_with("and") || reason.ends_with(",")) << reason;
  }
}

TEST(Reasons, TheUpdateIsAReasonAndATimeIsNone) {
  EXPECT_EQ(reasons("My balance is gone since this morning's app update"),
            Found{"since this morning's app update"});
  EXPECT_TRUE(reasons("I have been waiting since Tuesday for the parcel").empty());
}

TEST(Reasons, QuestionsAndDenialsGiveNone) {
  EXPECT_TRUE(reasons("Is it late because of the strike again?").empty());
  EXPECT_TRUE(reasons("I write not because I am angry at the staff").empty());
}

TEST(Reasons, KeepTheirQuotationWhole) {
  EXPECT_EQ(reasons("Refused because they were \"too busy\"."), Found{"they were \"too busy\""});
}

}  // namespace
}  // namespace attune
