// SPDX-License-Identifier: Apache-2.0
#include "engine/explain.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "engine/praise.h"
#include "engine/rows_csv.h"
#include "engine/theme_files.h"
#include "engine/understand_files.h"
#include "problems/passages.h"
#include "problems/topics.h"
#include "report/json/json.h"

namespace attune {
namespace {

const Models& models() {
  static const auto kLoaded = load_models(ATTUNE_SOURCE_DIR "/models");
  return *kLoaded;
}

class Explain : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(load_models(ATTUNE_SOURCE_DIR "/models"));
    path_ = testing::TempDir() + "attune_" +
            testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv";
  }
  void TearDown() override { std::remove(path_.c_str()); }

  ReadCorpus corpus(const std::string& csv, const CorpusOptions& options = {}) {
    std::ofstream(path_) << csv;
    auto read = read_corpus(std::vector{path_}, models().understander, options, Pool(2));
    EXPECT_TRUE(read) << (read ? "" : read.error().message);
    return read ? std::move(*read) : ReadCorpus{};
  }

  Explanation explain_csv(const std::string& csv) {
    return explain(corpus(csv), models(), {}, Pool(2)).explanation;
  }

  std::string path_;
};

/// `people` people who each write one of a few sentences about parcels, from March on.
std::string parcels(int people) {
  const std::vector<std::string> said = {"My parcel still has not arrived and nobody answers",
                                         "The parcel never arrived. I am so angry",
                                         "Where is my parcel? It is a week late and I am fed up",
                                         "Parcel lost again, this is a terrible service",
                                         "The courier left my parcel in the rain and it is ruined"};
  std::string csv = "id,date,customer,text\n";
  for (int i = 0; i < people; ++i) {
    csv += fmt::format("m{},2026-{:02}-{:02},c{},\"{} ({})\"\n", i, 3 + i % 5, 1 + i % 28, i,
                       said[static_cast<std::size_t>(i) % said.size()], i);
  }
  return csv;
}

TEST_F(Explain, OneLoudPersonCountsOnce) {
  std::string csv = parcels(60);
  for (int i = 0; i < 9; ++i)
    csv += fmt::format("x{},2026-04-0{},c3,My parcel is late again {}\n", i, 1 + i, i);
  const Explanation explanation = explain_csv(csv);
  EXPECT_EQ(explanation.unit, Unit::people);
  EXPECT_EQ(explanation.people, 60U);
  ASSERT_FALSE(explanation.problems.empty());
  for (const Topic& problem : explanation.problems) EXPECT_LE(problem.reach.count, 60U);
  EXPECT_EQ(explanation.problems[0].reach.of, 60U);
}

TEST_F(Explain, FewMessagesGetAPlainAnswerInsteadOfARanking) {
  const Explanation explanation = explain_csv(parcels(12));
  EXPECT_TRUE(explanation.problems.empty());
  EXPECT_EQ(explanation.answer, Answer::too_few);
  EXPECT_EQ(explanation.counted, 12U);
}

TEST_F(Explain, PraiseOnlyIsSaidAsSuch) {
  std::string csv = "id,customer,text\n";
  for (int i = 0; i < 40; ++i)
    csv += fmt::format("{},c{},\"The linen is lovely and the staff are so kind, thank you {}\"\n",
                       i, i, i);
  const Explanation explanation = explain_csv(csv);
  EXPECT_TRUE(explanation.problems.empty());
  EXPECT_EQ(explanation.answer, Answer::mostly_content);
  EXPECT_FALSE(explanation.praise.empty());
}

TEST_F(Explain, WithoutNamesMessagesAreCountedAndItIsSaid) {
  std::string csv = "id,text\n";
  for (int i = 0; i < 40; ++i)
    csv += fmt::format("{},My parcel never arrived and I am angry {}\n", i, i);
  const Explanation explanation = explain_csv(csv);
  EXPECT_EQ(explanation.unit, Unit::messages);
  EXPECT_EQ(explanation.people, 0U);
  EXPECT_EQ(explanation.units, 40U);
  EXPECT_TRUE(std::any_of(explanation.assumed.begin(), explanation.assumed.end(),
                          [](const Assumption& a) { return a.what == "unit"; }));
  EXPECT_NE(explanation_json(explanation).find("\"people\":null"), std::string::npos);
}

TEST_F(Explain, AnUnreadLanguageStandsOutsideEveryDenominator) {
  std::string csv = parcels(40);
  for (int i = 0; i < 10; ++i) {
    csv += fmt::format(
        "d{},2026-04-01,d{},\"Mein Paket ist leider immer noch nicht angekommen, ich bin sehr "
        "enttäuscht {}\"\n",
        i, i, i);
  }
  const Explanation explanation = explain_csv(csv);
  EXPECT_EQ(explanation.used, 50U);
  EXPECT_EQ(explanation.unread, 10U);
  EXPECT_EQ(explanation.units, 40U);
}

TEST_F(Explain, CountsReconcileWithRejectedRows) {
  const Explanation explanation = explain_csv(parcels(35) + "broken row\n");
  EXPECT_EQ(explanation.read, explanation.used + explanation.rejected);
  EXPECT_EQ(explanation.rejected, 1U);
  std::remove((path_ + ".rejects.csv").c_str());
}

TEST_F(Explain, WithoutDatesNothingIsSaidAboutTime) {
  std::string csv = "id,customer,text\n";
  for (int i = 0; i < 40; ++i)
    csv += fmt::format("{},c{},My parcel never arrived and I am angry {}\n", i, i, i);
  const Explanation explanation = explain_csv(csv);
  EXPECT_TRUE(explanation.from.empty());
  for (const Topic& problem : explanation.problems) EXPECT_FALSE(problem.trend.known);
  EXPECT_TRUE(std::any_of(explanation.assumed.begin(), explanation.assumed.end(),
                          [](const Assumption& a) { return a.what == "dates"; }));
}

TEST_F(Explain, TheSameBytesAtAnyThreadCount) {
  const ReadCorpus read = corpus(parcels(80));
  const auto one = explain(read, models(), {}, Pool(1)).explanation;
  const auto two = explain(read, models(), {}, Pool(3)).explanation;
  EXPECT_EQ(explanation_json(one), explanation_json(two));
}

TEST_F(Explain, SinceAndWhereFilterAndSaySo) {
  std::string csv = "id,date,customer,shop,text\n";
  for (int i = 0; i < 80; ++i) {
    csv += fmt::format("{},2026-0{}-01,c{},{},My parcel never arrived and I am angry {}\n", i,
                       3 + i % 2, i, i % 2 == 0 ? "A" : "B", i);
  }
  const problems::Corpus filtered =
      corpus(csv, {.where = {{.name = "shop", .value = "A"}}, .since = 0});
  EXPECT_EQ(filtered.messages.size(), 40U);
  EXPECT_EQ(filtered.intake.used, 80U);
}

TEST_F(Explain, QuotesMaskPersonalDataAndOffsetsPointAtTheOriginal) {
  problems::CorpusMessage message;
  message.id = "a";
  message.text = "Mail me at ann@example.com now";
  message.personal = {{.kind = "email", .span = {.begin = 11, .end = 26}}};
  EXPECT_EQ(problems::quote_of(message, {.begin = 0, .end = 30}, false).text,
            "Mail me at [email] now");
  EXPECT_EQ(problems::quote_of(message, {.begin = 0, .end = 30}, true).text, message.text);
  EXPECT_EQ(problems::quote_of(message, {.begin = 5, .end = 15}, false).text, "me at [email]");
}

TEST_F(Explain, WordsThatOnlyJudgeAreNoTopic) {
  std::string csv =
      "id,customer,text\n1,a,Worst app ever!!\n2,b,This is a very bad app\n3,c,The refund never "
      "came\n";
  const ReadCorpus read = corpus(csv);
  problems::Judging judging(read);
  for (const problems::Passage& passage : problems::passages_of(read, Kind::struggle, judging)) {
    EXPECT_EQ(read.messages[passage.message].id, "3");
  }
}

/// Forty answers to `question`, of few words each.
std::string answers(const std::string& question) {
  const std::vector<std::string> things = {"the lift", "breakfast hours", "wifi", "parking fees",
                                           "pillows"};
  std::string csv = "stars,\"" + question + "\"\n";
  for (std::size_t i = 0; i < 60; ++i) {
    csv += fmt::format("{},{} {}\n", 1 + i % 5, things[i % things.size()],
                       i / things.size() % 2 == 0 ? "mostly" : fmt::format("in room {}", i));
  }
  return csv;
}

TEST_F(Explain, WhatWasAskedForAsBadIsAProblemHoweverShort) {
  const Explanation explanation = explain_csv(answers("What annoyed you?"));
  EXPECT_FALSE(explanation.problems.empty());
  EXPECT_TRUE(explanation.praise.empty());
  EXPECT_TRUE(explanation.needs.empty());
}

TEST_F(Explain, WhatWasAskedForAsGoodIsNoProblem) {
  const Explanation explanation = explain_csv(answers("What did you enjoy most?"));
  EXPECT_TRUE(explanation.problems.empty());
  EXPECT_FALSE(explanation.praise.empty());
  EXPECT_TRUE(std::any_of(explanation.assumed.begin(), explanation.assumed.end(),
                          [](const Assumption& a) { return a.what == "question"; }));
}

TEST_F(Explain, WhatWasAskedForAsAWishIsANeed) {
  const Explanation explanation = explain_csv(answers("What should we improve?"));
  EXPECT_FALSE(explanation.needs.empty());
}

TEST_F(Explain, WarningsToBuyersAreNothingPeopleAskFor) {
  const std::vector<std::string> said = {
      "Please do not purchase this lamp", "Please avoid this shop", "Kindly never order from here",
      "Please add a dimmer to the lamp", "Please add a dimmer switch"};
  std::string csv = "id,text\n";
  for (std::size_t i = 0; i < 60; ++i) csv += fmt::format("{},{}\n", i, said[i % said.size()]);
  const Explanation explanation = explain_csv(csv);
  ASSERT_FALSE(explanation.needs.empty());
  for (const Topic& need : explanation.needs) {
    for (const Quote& quote : need.evidence)
      EXPECT_NE(quote.text.find("dimmer"), std::string::npos) << quote.text;
  }
}

std::string praised(const Explanation& explanation) {
  std::string all;
  for (const Topic& topic : explanation.praise) {
    for (const Quote& quote : topic.quotes) all += quote.text + "\n";
    for (const Quote& quote : topic.evidence) all += quote.text + "\n";
  }
  return all;
}

TEST_F(Explain, TheSeedDoesNotChangeTheFirstTwoProblems) {
  const CorpusOptions options{.listen = {.rejects_path = path_}};
  const auto read =
      read_corpus(std::vector<std::string>{ATTUNE_SOURCE_DIR "/examples/harbour-lane.csv"},
                  models().understander, options, Pool(2));
  ASSERT_TRUE(read);
  std::vector<std::vector<std::uint64_t>> told;
  for (const std::uint64_t seed : {1, 2, 3}) {
    const Explanation explanation = explain(*read, models(), {.seed = seed}, Pool(2)).explanation;
    ASSERT_GE(explanation.problems.size(), 2U);
    std::vector<std::uint64_t> rows;
    for (std::size_t i = 0; i < 2; ++i) {
      for (const Quote& quote : explanation.problems[i].evidence) rows.push_back(quote.row);
    }
    std::sort(rows.begin(), rows.end());
    told.push_back(std::move(rows));
  }
  for (std::size_t i = 1; i < told.size(); ++i) {
    std::vector<std::uint64_t> both;
    std::set_intersection(told[0].begin(), told[0].end(), told[i].begin(), told[i].end(),
                          std::back_inserter(both));
    EXPECT_GT(both.size() * 3, told[0].size() + told[i].size()) << i;  // Jaccard index over a half.
  }
}

TEST_F(Explain, HowManyAreShownDoesNotChangeWhatIsSaidOfTheFirst) {
  const std::vector<std::string> small = {"The zip of the jacket is broken",
                                          "The toilets were filthy and smelled",
                                          "The waiter was rude to my mother"};
  std::string csv = "id,customer,text\n";
  for (std::size_t i = 0; i < 240; ++i) {  // One problem of many, three of as few.
    csv += fmt::format("{},c{},{} {}\n", i, i,
                       i % 8 < 5 ? "The parcel came late and was ruined" : small[i % 8 - 5], i);
  }
  const ReadCorpus read = corpus(csv);
  const Explanation all = explain(read, models(), {}, Pool(2)).explanation;
  ASSERT_GE(all.problems.size(), 3U);
  ASSERT_EQ(all.key_problems, 1U);
  const Explanation two = explain(read, models(), {.top = 2}, Pool(2)).explanation;
  EXPECT_EQ(two.problems.size(), 2U);
  EXPECT_EQ(two.key_problems, 1U);
  const Explanation one = explain(read, models(), {.top = 1}, Pool(2)).explanation;
  EXPECT_EQ(one.problems.size(), 1U);
  EXPECT_TRUE(one.ties.empty());
}

TEST_F(Explain, WhoeverGrievesIsNoEvidenceOfPraise) {
  std::string csv = "id,customer,text\n";
  for (int i = 0; i < 40; ++i) {
    csv += fmt::format("{},c{},\"The handwritten note was lovely, thank you so much{}\"\n", i, i,
                       i % 4 == 0 ? ". It was for my wife who died in May" : "");
  }
  const Explanation explanation = explain_csv(csv);
  ASSERT_FALSE(explanation.praise.empty());
  EXPECT_EQ(explanation.care.size(), 10U);
  EXPECT_EQ(praised(explanation).find("died"), std::string::npos) << praised(explanation);
  EXPECT_LE(explanation.praise[0].reach.count, 30U);
}

TEST_F(Explain, PraiseIsReadSentenceBySentence) {
  const std::string glad =
      "The handwritten note was lovely and the linen is beautiful, thank you so much for it. I "
      "love "
      "this shop and everybody in it, the staff are wonderful and so kind to me, and I am so happy "
      "with all of it that I tell everybody I know. ";
  const std::string sour = "Great job, three weeks late and ruined, the worst I ever had.";
  std::string csv = "id,customer,text\n";
  for (int i = 0; i < 40; ++i) csv += fmt::format("{},c{},\"{}{}\"\n", i, i, glad, sour);
  const ReadCorpus read = corpus(csv);
  ASSERT_EQ(read.messages[0].sentiment, Polarity::positive);
  const auto passage = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(read.messages[0].text.find(words));
    return problems::Passage{
        .message = 0,
        .span = {.begin = begin, .end = begin + static_cast<std::uint32_t>(words.size())}};
  };
  std::vector<problems::Passage> passages = {
      passage("I love this shop and everybody in it,"), passage("Great job,"),
      passage("the worst I ever had."), passage("The handwritten note was lovely")};
  drop_negative(read, models().understander, Pool(2), passages);
  ASSERT_EQ(passages.size(), 2U);
  EXPECT_EQ(passages[0].span.of(read.messages[0].text), "I love this shop and everybody in it,");
  EXPECT_EQ(passages[1].span.begin, 0U);
}

TEST_F(Explain, NobodyInAHardTimeIsQuotedWhereOthersSayTheSame) {
  problems::Corpus read = corpus(parcels(60));
  for (std::size_t i = 0; i < read.messages.size(); i += 2) read.messages[i].care = true;
  const Explanation explanation = explain(read, models(), {}, Pool(2)).explanation;
  std::size_t counted = 0;
  ASSERT_FALSE(explanation.problems.empty());
  for (const Topic& problem : explanation.problems) {
    for (const Quote& quote : problem.quotes) EXPECT_EQ(quote.row % 2, 0U) << quote.row;
    for (const Quote& quote : problem.evidence) counted += quote.row % 2;
  }
  EXPECT_GT(counted, 0U);  // They are counted, and can be read.
}

TEST_F(Explain, NoProblemIsNamedByADeath) {
  std::string csv = "id,customer,text\n";
  for (int i = 0; i < 90; ++i) {
    csv += fmt::format("{},c{},{}\n", i, i,
                       i % 3 == 0 ? "My mum died in April and the parcel still came in her name"
                                  : "The parcel never arrived and nobody answers me");
  }
  const ReadCorpus read = corpus(csv);
  EXPECT_EQ(problems::signs_of(read, 0).size(), 1U);
  EXPECT_TRUE(problems::signs_of(read, 1).empty());
  const Explanation explanation = explain(read, models(), {}, Pool(2)).explanation;
  ASSERT_FALSE(explanation.problems.empty());
  for (const Topic& problem : explanation.problems) {
    EXPECT_EQ(problem.name.find("died"), std::string::npos) << problem.name;
    EXPECT_EQ(problem.name.find("mum"), std::string::npos) << problem.name;
  }
}

/// Per id of `path`: where the reading says why.
std::map<std::string, std::vector<Span>> reasons_read(const std::string& path) {
  std::map<std::string, std::vector<Span>> out;
  const auto read = understand_files(
      std::vector{path}, models().understander, {}, Pool(2), [&](std::string_view lines) {
        std::istringstream in{std::string(lines)};
        for (std::string line; std::getline(in, line);) {
          const auto reading = nlohmann::json::parse(line);
          for (const auto& clause : reading["clauses"]) {
            if (!clause.contains("because")) continue;
            out[reading["id"].dump()].push_back({clause["because"]["begin"].get<std::uint32_t>(),
                                                 clause["because"]["end"].get<std::uint32_t>()});
          }
        }
        return true;
      });
  EXPECT_TRUE(read) << (read ? "" : read.error().message);
  return out;
}

TEST_F(Explain, EveryReasonAndCauseIsOneOfTheReading) {
  const std::string example = ATTUNE_SOURCE_DIR "/examples/harbour-lane.csv";
  const auto reasons = reasons_read(example);
  const auto among = [&](const std::string& id, Span span) {
    const auto at = reasons.find(id);
    return at != reasons.end() && std::ranges::find(at->second, span) != at->second.end();
  };
  const auto read = read_corpus(std::vector{example}, models().understander, {}, Pool(2));
  ASSERT_TRUE(read) << (read ? "" : read.error().message);
  std::size_t given = 0;
  for (const problems::CorpusClause& clause : read->clauses) {
    const RecordId& id = read->messages[clause.message].id;
    if (!clause.because) continue;
    ++given;
    EXPECT_TRUE(among(nlohmann::json(id.text).dump(), *clause.because)) << id.text;
  }
  EXPECT_GT(given, 50U);
  const auto told =
      nlohmann::json::parse(explanation_json(explain(*read, models(), {}, Pool(2)).explanation));
  std::size_t causes = 0;
  for (const char* part : {"problems", "needs", "praise"}) {
    for (const auto& topic : told[part]) {
      for (const auto& cause : topic["causes"]) {
        ++causes;
        const Span span{cause["begin"].get<std::uint32_t>(), cause["end"].get<std::uint32_t>()};
        EXPECT_TRUE(among(cause["id"].dump(), span)) << cause.dump();
      }
    }
  }
  EXPECT_GE(causes, 2U);
}

TEST_F(Explain, OwnRowsComeBackWithEveryColumnAndNoFormula) {
  const std::string csv =
      "ref,customer,text,note\n" +
      std::string("1,a,=1+1 my parcel never arrived,\"keep, me\"\n2,b,lovely linen,x\n");
  const ReadCorpus read = corpus(csv);
  const Explained explained = explain(read, models(), {}, Pool(1));
  const auto rows = rows_csv(read, explained, {});
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_TRUE(rows->starts_with("ref,customer,text,note,attune_sentiment,attune_feeling")) << *rows;
  EXPECT_NE(rows->find("\"'=1+1 my parcel never arrived\",\"keep, me\""), std::string::npos)
      << *rows;
  EXPECT_EQ(std::count(rows->begin(), rows->end(), '\n'), 3);
}

TEST_F(Explain, ARowThatIsCutAtSemicolonsRunsNoFormulaEither) {
  const ReadCorpus read = corpus(
      "ref,text\n1,hello;=1+1;it came ;-)\n2,\"fine\n@cmd|' /C calc'!A0\"\n3,\"a;@you thanks;-D "
      "(me)\"\n");
  const auto rows = rows_csv(read, explain(read, models(), {}, Pool(1)), {});
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_NE(rows->find("\"hello;'=1+1;it came ;-)\""), std::string::npos) << *rows;
  EXPECT_NE(rows->find("fine\n'@cmd|"), std::string::npos) << *rows;
  EXPECT_NE(rows->find("\"a;@you thanks;-D (me)\""), std::string::npos) << *rows;
}

TEST_F(Explain, RowsOfTwoFilesKeepTheirReadings) {
  const std::string other = path_ + "2.csv";
  std::ofstream(path_) << "id,shop,text\n1,A,It is broken and I hate it\n2,B,I love it\n";
  std::ofstream(other) << "id,shop,text\n1,B,I love this so much\n2,B,lovely\n";
  const CorpusOptions options{.where = {{.name = "shop", .value = "B"}}};
  auto read = read_corpus(std::vector{path_, other}, models().understander, options, Pool(1));
  ASSERT_TRUE(read) << read.error().message;
  const auto rows = rows_csv(*read, explain(*read, models(), {}, Pool(1)), options);
  std::remove(other.c_str());
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ(rows->find("broken"), std::string::npos) << *rows;
  EXPECT_NE(rows->find("1,B,I love this so much,positive"), std::string::npos) << *rows;
}

TEST_F(Explain, EveryTextHasAThemeOrAReason) {
  const ReadCorpus read = corpus(parcels(50) + "e,2026-03-01,z,\n");
  const ThemesFound found = *find_themes(read, {.unit = ThemeUnit::message}, Pool(2));
  EXPECT_EQ(found.assignments.size(), 51U);
  for (const Assignment& assignment : found.assignments)
    EXPECT_NE(assignment.theme.empty(), assignment.why.empty());
}

TEST_F(Explain, ReadingsComeInInputOrderAtAnyThreadCount) {
  std::ofstream(path_) << parcels(700);
  const auto lines = [&](std::size_t threads) {
    std::string out;
    EXPECT_TRUE(understand_files(std::vector{path_}, models().understander, {}, Pool(threads),
                                 [&](std::string_view more) {
                                   out += more;
                                   return true;
                                 }));
    return out;
  };
  const std::string one = lines(1);
  EXPECT_EQ(one, lines(3));
  EXPECT_TRUE(one.starts_with("{\"id\":\"m0\","));
  EXPECT_LT(one.find("{\"id\":\"m42\","), one.find("{\"id\":\"m43\","));
}

}  // namespace
}  // namespace attune
