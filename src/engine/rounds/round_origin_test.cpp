// SPDX-License-Identifier: Apache-2.0
#include "engine/rounds/round_origin.h"

#include <gtest/gtest.h>

#include <string>

namespace attune {
namespace {

using Mix = RoundOrigin::Mix;

/// What is said of two rounds, one sentence a line.
std::string said_of(const RoundOrigin& before, const RoundOrigin& now) {
  EarlierRound earlier{.unit = Unit::people, .origin = before};
  Explanation explanation;
  explanation.unit = Unit::people;
  explanation.origin = now;
  std::string out;
  for (const Assumption& unlike : unlike_rounds(earlier, explanation)) out += unlike.said + "\n";
  return out;
}

RoundOrigin of_sources(Mix sources) {
  return {.sources = std::move(sources)};
}

RoundOrigin of_columns(std::vector<std::string> columns) {
  return {.columns = std::move(columns)};
}

TEST(RoundOrigin, IsTheSharesOfBrandsAndSourcesThatCount) {
  problems::Corpus corpus;
  corpus.brands = {"Linden", "Aurora"};
  corpus.channels = {"phone"};
  corpus.messages.resize(100);
  corpus.unread = 20;
  for (std::uint32_t i = 0; i < 100; ++i) {
    problems::CorpusMessage& message = corpus.messages[i];
    message.unread = i >= 80;
    message.brand = i < 60 ? 1 : 0;
    message.channel = i < 9 ? 0 : problems::kNobody;  // Too few to be told of.
  }
  corpus.intake.mappings.resize(2);
  corpus.intake.mappings[0][Field::text] = {"praise", "wishes"};
  corpus.intake.mappings[1][Field::text] = {"praise"};
  corpus.intake.mappings[1][Field::id] = {"nr"};
  const RoundOrigin origin = origin_of(corpus);
  EXPECT_EQ(origin.brands, (Mix{{"Aurora", 0.75}, {"Linden", 0.25}}));
  EXPECT_TRUE(origin.sources.empty());
  EXPECT_DOUBLE_EQ(origin.other_languages, 0.2);
  EXPECT_EQ(origin.columns, (std::vector<std::string>{"text=praise", "text=wishes"}));
}

TEST(RoundOrigin, OfNothingIsNothing) {
  const RoundOrigin origin = origin_of({});
  EXPECT_TRUE(origin.brands.empty());
  EXPECT_EQ(origin.other_languages, 0);
}

TEST(UnlikeRounds, AnotherSourceIsNamed) {
  EXPECT_EQ(
      said_of(of_sources({{"store reviews", 1}}), of_sources({{"phone", 0.7}, {"mail", 0.3}})),
      "the earlier round comes from other sources (store reviews, now phone, mail): a change "
      "may be one of the source\n");
}

TEST(UnlikeRounds, AnotherMixIsSaid) {
  EXPECT_EQ(said_of(of_sources({{"phone", 0.8}, {"mail", 0.2}}),
                    of_sources({{"mail", 0.7}, {"phone", 0.3}})),
            "the earlier round has another mix of sources (now less of phone, more of mail): a "
            "change may be one of the source\n");
  EXPECT_EQ(said_of(of_sources({{"phone", 0.9}}), of_sources({{"phone", 0.4}})),
            "the earlier round has another mix of sources (now less of phone, more of those "
            "unnamed): a change may be one of the source\n");
}

TEST(UnlikeRounds, AMixThatMovesALittleIsTheSame) {
  EXPECT_EQ(said_of(of_sources({{"phone", 0.6}, {"mail", 0.4}}),
                    of_sources({{"phone", 0.4}, {"mail", 0.5}, {"chat", 0.1}})),
            "");
}

TEST(UnlikeRounds, AnotherBrandIsNamed) {
  const std::string said = said_of({.brands = {{"Aurora", 1}}}, {.brands = {{"Linden", 0.95}}});
  EXPECT_EQ(said,
            "the earlier round comes from another brand (Aurora, now Linden): a change may be one "
            "of the brand\n");
}

TEST(UnlikeRounds, OfManyNamesThreeAreSaid) {
  const std::string said =
      said_of(of_sources({{"a", 0.25}, {"b", 0.25}, {"c", 0.2}, {"d", 0.15}, {"e", 0.15}}),
              of_sources({{"f", 1}}));
  EXPECT_NE(said.find("(a, b, c and 2 more, now f)"), std::string::npos) << said;
}

TEST(UnlikeRounds, OtherColumnsMayBeAnotherSource) {
  EXPECT_EQ(
      said_of(of_columns({"rating=stars", "text=review"}), of_columns({"text=tweet"})),
      "the earlier round has other columns (text from `review`, now from `tweet`; rating from "
      "`stars`, now from none): if it comes from another source, a change may be one of the "
      "source\n");
  EXPECT_EQ(said_of(of_columns({"text=tweet"}), of_columns({"text=tweet"})), "");
}

TEST(UnlikeRounds, WhereTheSourceIsNamedColumnsAreNot) {
  RoundOrigin before = of_sources({{"forum", 1}});
  RoundOrigin now = of_sources({{"survey", 1}});
  before.columns = {"text=post"};
  now.columns = {"text=answer"};
  EXPECT_EQ(said_of(before, now).find("columns"), std::string::npos);
}

TEST(UnlikeRounds, OtherLanguagesAreSaid) {
  EXPECT_EQ(said_of({.other_languages = 0.02}, {.other_languages = 0.41}),
            "2 % of the messages of the earlier round are in other languages, 41 % now: a change "
            "may be one of who is read\n");
  EXPECT_EQ(said_of({.other_languages = 0.02}, {.other_languages = 0.09}), "");
}

TEST(UnlikeRounds, PeopleAndMessagesAreNotTheSame) {
  const EarlierRound earlier{.unit = Unit::messages};
  Explanation now;
  now.unit = Unit::people;
  const auto said = unlike_rounds(earlier, now);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].what, "earlier_unit");
}

TEST(UnlikeRounds, OfAnOlderAnswerNothingIsKnown) {
  Explanation now;
  now.origin = of_sources({{"survey", 1}});
  EXPECT_TRUE(unlike_rounds({.unit = now.unit}, now).empty());
}

}  // namespace
}  // namespace attune
