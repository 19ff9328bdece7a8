// SPDX-License-Identifier: Apache-2.0
#include "problems/evidence/loose_struggles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace attune::problems {
namespace {

constexpr auto kStruggles = static_cast<std::uint16_t>(1U << static_cast<unsigned>(Kind::struggle));

class LooseStrugglesTest : public testing::Test {
 protected:
  /// A message of one clause; the index of the clause.
  std::uint32_t says(std::uint32_t unit, const std::string& text, std::uint16_t kinds) {
    CorpusMessage message;
    message.text = text;
    message.unit = unit;
    message.first_clause = static_cast<std::uint32_t>(corpus_.clauses.size());
    message.last_clause = message.first_clause + 1;
    CorpusClause clause;
    clause.message = static_cast<std::uint32_t>(corpus_.messages.size());
    clause.span = {.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
    clause.kinds = kinds;
    clause.first = kinds == kStruggles ? Kind::struggle : Kind::other;
    corpus_.messages.push_back(message);
    corpus_.clauses.push_back(clause);
    corpus_.units = std::max(corpus_.units, unit + 1);
    return message.first_clause;
  }

  Corpus corpus_;
  ClauseTopics topics_{.names = {"late"}, .topics = {}};
};

TEST_F(LooseStrugglesTest, CountsPeopleWithoutAnyProblemOnce) {
  topics_.topics.emplace_back(says(0, "my parcel is late", kStruggles), 0);
  says(0, "and the lid is purple", kStruggles);  // Has a problem already.
  says(1, "the bell rings in F sharp", kStruggles);
  says(1, "and at night", kStruggles);
  says(2, "thanks", 0);
  const LooseStruggles found = loose_struggles(corpus_, topics_, 10, false);
  EXPECT_EQ(found.reach.count, 1U);
  EXPECT_EQ(found.reach.of, 3U);
  ASSERT_EQ(found.evidence.size(), 1U);
  EXPECT_EQ(found.evidence[0].text, "the bell rings in F sharp");
}

TEST_F(LooseStrugglesTest, AShortMessageIsQuotedWhole) {
  const std::uint32_t c = says(0, "The bell rings in F sharp. At night.", kStruggles);
  corpus_.clauses[c].span.end = 26;
  const std::string far = std::string(200, 'x') + " and the lid is purple";
  corpus_.clauses[says(1, far, kStruggles)].span.begin = 201;
  const LooseStruggles found = loose_struggles(corpus_, topics_, 9, false);
  ASSERT_EQ(found.evidence.size(), 2U);
  EXPECT_EQ(found.evidence[0].text, "The bell rings in F sharp. At night.");
  EXPECT_EQ(found.evidence[1].text, "and the lid is purple");
}

TEST_F(LooseStrugglesTest, KeepsSoManySentencesAndCountsAll) {
  for (std::uint32_t i = 0; i < 5; ++i) says(i, "nobody shares this", kStruggles);
  const LooseStruggles found = loose_struggles(corpus_, topics_, 2, false);
  EXPECT_EQ(found.reach.count, 5U);
  EXPECT_EQ(found.evidence.size(), 2U);
}

}  // namespace
}  // namespace attune::problems
