// SPDX-License-Identifier: Apache-2.0
#include "problems/evidence/buyer_warnings.h"

#include <gtest/gtest.h>

#include <string_view>

namespace attune::problems {
namespace {

TEST(BuyerWarnings, AreKnown) {
  Tokens tokens;
  for (const std::string_view clause : {"Do not purchase these boots",
                                        "Never buy from this seller again",
                                        "Avoid!",
                                        "AVOID THIS APP",
                                        "Please, please don't install this app",
                                        "Stay away from this place",
                                        "Dont waste ur money",
                                        "don't even think about ordering here",
                                        "Kindly do not download it",
                                        "Look elsewhere",
                                        "Save your money",
                                        "Don't bother with it",
                                        "Never book with them",
                                        "Buyer beware",
                                        "Think twice before signing up",
                                        "please do not use this app",
                                        "Guys don't fall for it",
                                        "Do not fly with them",
                                        "avoid buying the large one",
                                        "don't go there",
                                        "Take your business elsewhere",
                                        "So don't order anything from here"}) {
    EXPECT_NE(warning_in(clause, tokens), Warning::none) << clause;
  }
}

TEST(BuyerWarnings, AreNoWishesToTheMaker) {
  Tokens tokens;
  for (const std::string_view clause : {"Please don't waste so much plastic",
                                        "Please don't use that courier again",
                                        "please do not cancel the early train",
                                        "Don't change the recipe",
                                        "Please avoid ringing before nine",
                                        "Please avoid so much tape",
                                        "Never stop making these",
                                        "Please don't take away the blue one",
                                        "please don't send letters to my old address",
                                        "Do not charge me twice",
                                        "I would buy this again if it were smaller",
                                        "Please let us order online",
                                        "Please do not book us into the same room",
                                        "It needs a bigger handle",
                                        "I don't want to buy a new lid every month",
                                        "You should not sell it without a cable",
                                        "please never use my number again",
                                        "Don't let the app log me out",
                                        "I wish I did not have to go there to collect it",
                                        "Please don't play the advert so loud"}) {
    EXPECT_EQ(warning_in(clause, tokens), Warning::none) << clause;
  }
}

TEST(BuyerWarnings, SomeGiveAReason) {
  Tokens tokens;
  for (const std::string_view clause :
       {"Don't order this, the seams split", "Avoid this shop, no refund in six weeks",
        "Do not purchase it because the hinge rusts", "never buy it, it stopped on the first day"})
    EXPECT_EQ(warning_in(clause, tokens), Warning::with_reason) << clause;
  for (const std::string_view clause : {"Please do not purchase this", "Avoid!", "Never buy here."})
    EXPECT_EQ(warning_in(clause, tokens), Warning::bare) << clause;
}

CorpusClause clause_of_all() {
  CorpusClause clause{.first = Kind::need};
  for (const Kind kind : {Kind::need, Kind::struggle, Kind::praise, Kind::churn_threat})
    clause.kinds = static_cast<std::uint16_t>(clause.kinds | 1U << static_cast<unsigned>(kind));
  return clause;
}

TEST(BuyerWarnings, AreNoNeedNorPraise) {
  Tokens tokens;
  CorpusClause clause = clause_of_all();
  forget_warning("don't buy this, the lid leaks", tokens, clause);
  EXPECT_FALSE(clause.is(Kind::need));
  EXPECT_FALSE(clause.is(Kind::praise));
  EXPECT_TRUE(clause.is(Kind::struggle));
  EXPECT_TRUE(clause.is(Kind::churn_threat));
  EXPECT_EQ(clause.first, Kind::struggle);
}

TEST(BuyerWarnings, AloneAreNoProblemEither) {
  Tokens tokens;
  CorpusClause clause = clause_of_all();
  forget_warning("please don't buy this", tokens, clause);
  EXPECT_FALSE(clause.is(Kind::struggle));
  EXPECT_EQ(clause.first, Kind::other);
  CorpusClause wish = clause_of_all();
  forget_warning("please add a lid", tokens, wish);
  EXPECT_EQ(wish.kinds, clause_of_all().kinds);
  EXPECT_EQ(wish.first, Kind::need);
}

TEST(BuyerWarnings, WhatIsNotCutIntoWordsHoldsNone) {
  Tokens tokens;
  for (const std::string_view clause : {"Do not purchase these boots",
                                        "NEVER buy here",
                                        "Avoid!",
                                        "Stay away",
                                        "keep away from them",
                                        "steer clear",
                                        "go elsewhere",
                                        "save your time",
                                        "save yourself",
                                        "Beware of the hinge",
                                        "buyers beware",
                                        "get another brand",
                                        "go for another brand",
                                        "think twice",
                                        "go with another",
                                        "you have been warned",
                                        "You\xE2\x80\x99ve been warned",
                                        "run away",
                                        "(dont bother)",
                                        "\xC3\x89vidently, avoid this",
                                        "the lid leaks",
                                        "add a lid, please"}) {
    CorpusClause clause_read = clause_of_all();
    forget_warning(clause, tokens, clause_read);
    EXPECT_EQ(clause_read.kinds != clause_of_all().kinds,
              warning_in(clause, tokens) != Warning::none)
        << clause;
  }
}

}  // namespace
}  // namespace attune::problems
