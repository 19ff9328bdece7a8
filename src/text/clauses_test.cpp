// SPDX-License-Identifier: Apache-2.0
#include "text/clauses.h"

#include <gtest/gtest.h>

#include <string>

#include "base/random.h"

namespace attune {
namespace {

std::vector<std::string> cut(std::string_view text) {
  Tokens tokens;
  tokenise(text, tokens);
  std::vector<ClauseRange> clauses;
  split_clauses(text, tokens, clauses);
  std::vector<std::string> out;
  for (const ClauseRange& clause : clauses) out.emplace_back(clause.span.of(text));
  return out;
}

using Pieces = std::vector<std::string>;

TEST(Clauses, EmptyTextHasNone) {
  EXPECT_EQ(cut(""), Pieces{});
  EXPECT_EQ(cut(" \n\t "), Pieces{});
}

TEST(Clauses, SentencesEndAtTheirMarks) {
  EXPECT_EQ(cut("The app froze. I lost my draft! Can you help?"),
            (Pieces{"The app froze.", "I lost my draft!", "Can you help?"}));
  EXPECT_EQ(cut("It just stopped?! Why was that"), (Pieces{"It just stopped?!", "Why was that"}));
}

TEST(Clauses, ContrastSplitsWithoutComma) {
  EXPECT_EQ(cut("the staff were nice but the room smelled of damp"),
            (Pieces{"the staff were nice", "but the room smelled of damp"}));
  EXPECT_EQ(cut("Nice staff, but I waited an hour."),
            (Pieces{"Nice staff,", "but I waited an hour."}));
}

TEST(Clauses, CommaAndSubjectSplit) {
  EXPECT_EQ(cut("The lift was broken, and I had to carry the pram."),
            (Pieces{"The lift was broken,", "and I had to carry the pram."}));
  EXPECT_EQ(cut("Waited ages for a tram that never came, I'm so cross."),
            (Pieces{"Waited ages for a tram that never came,", "I'm so cross."}));
}

TEST(Clauses, LeadingSubordinateStaysWithItsMainClause) {
  EXPECT_EQ(cut("When I called the branch, they hung up on me."),
            (Pieces{"When I called the branch, they hung up on me."}));
}

TEST(Clauses, ReasonStaysWithWhatItExplains) {
  EXPECT_EQ(cut("I am upset because the parcel came open."),
            (Pieces{"I am upset because the parcel came open."}));
}

TEST(Clauses, ListsOfThingsAreNotSplit) {
  EXPECT_EQ(cut("We liked the pool, the garden, the breakfast and the bar."),
            (Pieces{"We liked the pool, the garden, the breakfast and the bar."}));
}

TEST(Clauses, AbbreviationsDecimalsLinksDoNotEndSentences) {
  EXPECT_EQ(cut("Dr. Osei charged 3.50 via www.example.org/a.b today."),
            (Pieces{"Dr. Osei charged 3.50 via www.example.org/a.b today."}));
  EXPECT_EQ(cut("Fees, e.g. for paper bills, went up."),
            (Pieces{"Fees, e.g. for paper bills, went up."}));
  EXPECT_EQ(cut("and waited ... and waited some more"),
            (Pieces{"and waited ... and waited some more"}));
}

TEST(Clauses, NewLinesAndListItemsSplit) {
  EXPECT_EQ(cut("Wishes:\n1. Dark mode please\n2. Bigger letters"),
            (Pieces{"Wishes:", "1. Dark mode please", "2. Bigger letters"}));
  EXPECT_EQ(cut("- too slow\n- too dear"), (Pieces{"- too slow", "- too dear"}));
}

TEST(Clauses, LinesWrappedByAMailProgramAreOne) {
  EXPECT_EQ(cut("I have been a member of your library for twenty years now and\nnever paid late."),
            (Pieces{"I have been a member of your library for twenty years now and\nnever paid "
                    "late."}));
}

TEST(Clauses, DashSemicolonAndColonSplitLongPieces) {
  EXPECT_EQ(cut("The gym is closed again - nobody told the members."),
            (Pieces{"The gym is closed again", "- nobody told the members."}));
  EXPECT_EQ(cut("Bus was late; driver was rude."), (Pieces{"Bus was late;", "driver was rude."}));
}

TEST(Clauses, ChatWithoutMarksSplitsAtJoinersWithASubject) {
  EXPECT_EQ(
      cut("i ordered the blue one last week from your site and you sent me a red one"),
      (Pieces{"i ordered the blue one last week from your site", "and you sent me a red one"}));
}

TEST(Clauses, EmojiEndsAPieceAndStaysInIt) {
  EXPECT_EQ(cut("love the new menu 😍 but service is slow today"),
            (Pieces{"love the new menu 😍", "but service is slow today"}));
  EXPECT_EQ(cut("so good 😍😍"), (Pieces{"so good 😍😍"}));
}

TEST(Clauses, SingleWordsJoinTheirNeighbour) {
  EXPECT_EQ(cut("Wow! It works at last."), (Pieces{"Wow! It works at last."}));
}

TEST(Clauses, EveryTokenIsInExactlyOneClauseOnAnyBytes) {
  Random random(7);
  const std::vector<std::string> parts = {
      "i ", "but ", ", ", ". ",   "...",  "\n",   "and ",  "😡 ",   "- ", "won't ", "(", ")",
      "\"", ": ",   "; ", "3.5 ", "\xff", "the ", "when ", "Dr. ", "? ", "!",      "x"};
  std::vector<ClauseRange> clauses;
  Tokens tokens;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint64_t n = random.below(40); n > 0; --n) text += parts[random.below(parts.size())];
    tokenise(text, tokens);
    split_clauses(text, tokens, clauses);
    std::uint32_t at = 0;
    for (const ClauseRange& clause : clauses) {
      ASSERT_EQ(clause.first, at);
      ASSERT_LT(clause.first, clause.last);
      ASSERT_EQ(clause.span.begin, tokens.list[clause.first].span.begin);
      ASSERT_EQ(clause.span.end, tokens.list[clause.last - 1].span.end);
      at = clause.last;
    }
    ASSERT_EQ(at, tokens.size());
  }
}

}  // namespace
}  // namespace attune
