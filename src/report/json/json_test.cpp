// SPDX-License-Identifier: Apache-2.0
#include "report/json/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "report/json/reading_json.h"
#include "report/report_testing.h"

namespace attune {
namespace {

using nlohmann::json;

/// Parses and fails the test where an object names a key twice, which a plain parser forgives.
json strict(const std::string& text) {
  std::vector<std::set<std::string>> keys;
  return json::parse(text, [&](int, json::parse_event_t event, json& value) {
    if (event == json::parse_event_t::object_start) keys.emplace_back();
    if (event == json::parse_event_t::object_end) keys.pop_back();
    if (event == json::parse_event_t::key) {
      EXPECT_TRUE(keys.back().insert(value.get<std::string>()).second) << value;
    }
    return true;
  });
}

TEST(ExplanationJson, HoldsTheContract) {
  const json out = strict(explanation_json(rich_explanation()));
  for (const char* key :
       {"read", "used", "rejected", "duplicates", "unread", "unit", "people", "period", "assumed",
        "problems", "needs", "praise", "brands", "questions_to_ask", "compared_with", "model"}) {
    EXPECT_TRUE(out.contains(key)) << key;
  }
  EXPECT_EQ(out["read"], out["used"].get<int>() + out["rejected"].get<int>());
  EXPECT_EQ(out["unit"], "people");
  EXPECT_EQ(out["people"], 3'977);
  EXPECT_EQ(out["period"]["from"], "2026-03-01");
  EXPECT_EQ(out["ties"], json::parse("[[1,2]]"));
}

TEST(ExplanationJson, AProblemHoldsItsNumbersAndTheirSentences) {
  const json problem = strict(explanation_json(rich_explanation()))["problems"][0];
  EXPECT_EQ(problem["rank"], 1);
  EXPECT_EQ(problem["rank_interval"], json::parse("[1,2]"));
  EXPECT_EQ(problem["people"], 812);
  EXPECT_NEAR(problem["share"].get<double>(), 812.0 / 3'977, 1e-4);
  EXPECT_LT(problem["interval"][0], problem["share"]);
  EXPECT_GT(problem["interval"][1], problem["share"]);
  EXPECT_EQ(problem["causes"][0]["people"], 141);
  EXPECT_EQ(problem["trend"]["since"], "2026-06-07");
  EXPECT_EQ(problem["evidence"].size(), 200U);
  for (const char* key : {"id", "begin", "end", "text", "row"}) {
    EXPECT_TRUE(problem["quotes"][0].contains(key)) << key;
  }
}

TEST(ExplanationJson, EveryVerdictStandsInIt) {
  Explanation explanation = rich_explanation();
  Topic& first = explanation.problems[0];
  first.driver = {.known = true, .rating = true, .effect = -1, .direction = Direction::lower};
  explanation.needs[0].opportunity = {.score = 16, .grade = OpportunityGrade::strong};
  explanation.brands[1].negative.direction = Direction::higher;
  explanation.rating_scale = {.low = 1, .high = 5, .stars = true};
  explanation.compared_with.known = true;
  explanation.compared_with.problems = {{.name = "late", .turn = Turn::fresh},
                                        {.name = "rude", .turn = Turn::unclear}};
  const json out = strict(explanation_json(explanation));
  EXPECT_EQ(out["answer"], "both-stand-out");
  EXPECT_EQ(out["counted"], 4'671);
  EXPECT_EQ(out["stretch"], "week");
  EXPECT_EQ(out["rating_scale"], json::parse(R"({"low":1,"high":5,"stars":true})"));
  const json problem = out["problems"][0];
  EXPECT_EQ(problem["trend"]["verdict"], "growing");
  EXPECT_EQ(problem["severity_grade"], "serious");
  EXPECT_EQ(problem["associated_with"]["direction"], "lower");
  EXPECT_EQ(problem["feelings_named"].size(), 5U);
  EXPECT_EQ(problem["groups"].size(), kFeelingCount);
  EXPECT_EQ(problem["groups"]["annoyed"]["all"], 0.4);
  EXPECT_EQ(out["groups"]["let-down"]["n"], 4'671);
  EXPECT_EQ(out["problems"][1]["severity_grade"], "severe");
  EXPECT_FALSE(out["needs"][0].contains("severity_grade"));
  EXPECT_EQ(out["needs"][0]["opportunity"]["grade"], "strong");
  EXPECT_EQ(out["brands"][0]["negative"]["direction"], "open");
  EXPECT_EQ(out["brands"][1]["negative"]["direction"], "higher");
  EXPECT_EQ(out["brands"][1]["negative"]["differs"], true);
  EXPECT_EQ(out["compared_with"]["problems"][0]["change"], "new");
  EXPECT_EQ(out["compared_with"]["problems"][0]["moved"], true);
  EXPECT_EQ(out["compared_with"]["problems"][1]["moved"], false);
  EXPECT_EQ(out["care"][0]["danger"], true);
  EXPECT_EQ(out["care"][1]["danger"], false);
  EXPECT_EQ(out["feelings_named"].size(), out["feelings"].size() - 1) << "all but neutral";
}

TEST(ExplanationJson, EveryVerdictHasANameOfItsOwn) {
  const auto distinct = [](const auto& names) {
    const std::set<std::string_view> all(names.begin(), names.end());
    return all.size() == names.size() && !all.contains("");
  };
  EXPECT_TRUE(distinct(kAnswerNames));
  EXPECT_TRUE(distinct(kTrendVerdictNames));
  EXPECT_TRUE(distinct(kSeverityGradeNames));
  EXPECT_TRUE(distinct(kUnknownNames));
  EXPECT_TRUE(distinct(kOpportunityGradeNames));
  EXPECT_TRUE(distinct(kDirectionNames));
  EXPECT_TRUE(distinct(kStretchNames));
  EXPECT_TRUE(distinct(kTurnNames));
}

TEST(ExplanationJson, WithoutPersonsPeopleIsNull) {
  const json out = strict(explanation_json(messages_explanation()));
  EXPECT_EQ(out["unit"], "messages");
  EXPECT_TRUE(out["people"].is_null());
  EXPECT_TRUE(out["brands"][0].contains("messages"));
}

TEST(ExplanationJson, KeysStandOnceEvenIfAssumedTwice) {
  Explanation explanation = rich_explanation();
  explanation.assumed = {{.what = "text", .said = "first"},
                         {.what = "time", .said = "second"},
                         {.what = "text", .said = "third"}};
  const json out = strict(explanation_json(explanation));
  EXPECT_EQ(out["assumed"].size(), 2U);
  EXPECT_EQ(out["assumed"]["text"]["said"], "first");
}

TEST(ExplanationJson, HostileWordsComeBackAsTheyWere) {
  const std::string words = "\"},{\\ \n\t\x01 </script> \xE2\x80\xAE é";
  const json out = strict(explanation_json(hostile_explanation(words)));
  EXPECT_EQ(out["problems"][0]["name"], words);
  EXPECT_EQ(out["problems"][0]["evidence"][0]["text"], words);
  EXPECT_EQ(out["care"][0]["text"], words);
  EXPECT_EQ(out["care"][0]["signs"][0]["text"], words);
  EXPECT_EQ(out["care"][0]["signs"][0]["kind"], "crisis");
}

TEST(ExplanationJson, NothingIsStillADocument) {
  const json out = strict(explanation_json({}));
  EXPECT_TRUE(out["problems"].empty());
  EXPECT_TRUE(out["period"].is_null());
  EXPECT_TRUE(out["note"].is_null());
}

TEST(ReadingJson, HoldsEveryLabelAndSpan) {
  Reading reading{.language = "en", .language_p = 0.99F};
  reading.emotions[2] = 0.81F;
  reading.felt = 1U << 2U;
  reading.clauses = {
      {.span = {.begin = 0, .end = 41},
       .kinds = {Kind::struggle, Kind::churn_threat},
       .p = 0.93F,
       .because = Evidence{.span = {.begin = 24, .end = 41}, .p = 0.71F},
       .aspects = {{.span = {.begin = 4, .end = 10}, .polarity = Polarity::negative, .p = 0.8F}}}};
  const CareSigns care = {{.kind = Care::job_loss, .span = {.begin = 1, .end = 2}, .p = 0.9F}};
  reading.pii = {{.kind = "email", .span = {.begin = 3, .end = 4}}};
  reading.abstained = {"sentiment"};
  JsonOut out;
  reading_json(out, "r\"17", reading, care);
  const std::string line = out.take();
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  const json got = strict(line);
  EXPECT_EQ(got["id"], "r\"17");
  EXPECT_EQ(got["emotions"].size(), 28U);
  EXPECT_EQ(got["felt"], json::parse(R"(["anger"])"));
  EXPECT_EQ(got["clauses"][0]["kinds"], json::parse(R"(["struggle","churn-threat"])"));
  EXPECT_EQ(got["clauses"][0]["because"]["begin"], 24);
  EXPECT_EQ(got["care"][0]["kind"], "job-loss");
  EXPECT_EQ(got["pii"][0]["kind"], "email");
  EXPECT_EQ(got["abstained"][0], "sentiment");
}

TEST(ThemesJson, AHomelessTextSaysWhy) {
  const std::vector<Theme> themes = {{.id = "t_1", .name = "late", .people = 2, .messages = 3}};
  const std::vector<Assignment> assignments = {{.id = "1", .theme = "t_1"},
                                               {.id = "2", .why = "too short"}};
  const json out = strict(themes_json(themes, assignments));
  EXPECT_TRUE(out["themes"][0]["parent"].is_null());
  EXPECT_FALSE(out["assignments"][0].contains("why"));
  EXPECT_TRUE(out["assignments"][1]["theme"].is_null());
  EXPECT_EQ(out["assignments"][1]["why"], "too short");
}

}  // namespace
}  // namespace attune
