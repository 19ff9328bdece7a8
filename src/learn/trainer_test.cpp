// SPDX-License-Identifier: Apache-2.0
#include "learn/trainer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <numeric>

#include "base/random.h"
#include "learn/calibrate.h"
#include "learn/train_data.h"
#include "learn/train_linear.h"
#include "understand/heads/model.h"

namespace attune::learn {
namespace {

TEST(Calibrate, ErrorIsNothingWhereSharesAgree) {
  std::vector<Judged> judged;
  for (int i = 0; i < 10; ++i) judged.push_back({.3F, i < 3});
  EXPECT_NEAR(calibration_error(judged), 0, 1e-6);
  for (Judged& one : judged) one.p = .8F;
  EXPECT_NEAR(calibration_error(judged), .5, 1e-6);
}

TEST(Calibrate, TheBestCutIsFound) {
  const std::vector<Judged> judged = {
      {.9F, true}, {.8F, true}, {.4F, true}, {.3F, false}, {.2F, false}};
  const Cut cut = best_cut(judged);
  EXPECT_DOUBLE_EQ(cut.f1, 1);
  EXPECT_NEAR(cut.threshold, .35, 1e-6);
}

TEST(Calibrate, TheBestCutOfManyIsLowerThanOfFew) {
  std::vector<Judged> few = {{.9F, true}, {.6F, false}, {.5F, true}, {.3F, false}, {.2F, false}};
  std::vector<Judged> many = few;
  for (Judged& one : few) one.weight = one.yes ? .1F : 1;
  for (Judged& one : many) one.weight = one.yes ? 10 : 1;
  EXPECT_NEAR(best_cut(few).threshold, .75, 1e-6);
  EXPECT_NEAR(best_cut(many).threshold, .4, 1e-6);
}

TEST(Calibrate, NothingTrueMeansNoCut) {
  const std::vector<Judged> judged = {{.9F, false}, {.1F, false}};
  EXPECT_EQ(best_cut(judged).threshold, 1);
}

TEST(Calibrate, RecoversAPlantedRegression) {
  Random random(5);
  SmallData data;
  data.width = 2;
  for (int i = 0; i < 20000; ++i) {
    const double a = random.normal();
    const double b = random.normal();
    const double p = 1 / (1 + std::exp(-(1.5 * a - .5 * b - .7)));
    data.values.push_back(static_cast<float>(a));
    data.values.push_back(static_cast<float>(b));
    data.yes.push_back(random.uniform() < p ? 1 : 0);
    data.weights.push_back(1);
  }
  const auto weights = fit_small(data, .001);
  EXPECT_NEAR(weights[0], 1.5, .1);
  EXPECT_NEAR(weights[1], -.5, .1);
  EXPECT_NEAR(weights[2], -.7, .1);
}

TEST(Calibrate, PriorShiftMovesTheOddsByTheirRatio) {
  EXPECT_NEAR(prior_shift(.5, .5), 0, 1e-12);
  EXPECT_NEAR(prior_shift(.2, .5), std::log(4.0), 1e-12);
}

/// Two columns, one head; the planted sign of column 0 decides.
TEST(TrainLinear, ReachesTheOptimumOfASmallProblem) {
  TrainMatrix matrix;
  matrix.columns.resize(2);
  matrix.begin = {0};
  std::vector<LabelledRow> rows;
  for (std::uint32_t i = 0; i < 4; ++i) {
    matrix.column.push_back(i % 2);
    matrix.value.push_back(1);
    matrix.begin.push_back(matrix.column.size());
    LabelledRow row;
    row.row = i;
    row.sign[0] = i % 2 == 0 ? 1 : -1;
    row.weight[0] = 1;
    rows.push_back(row);
  }
  LinearOptions options;
  options.cost[0] = 2;
  options.epochs = 500;
  const LinearWeights got = train_linear(matrix, rows, {}, options);
  // By symmetry the bias is 0, and w solves w = 2·C·logistic(−w) for each column.
  const double w = static_cast<double>(got.weights[0].at[0]);
  EXPECT_NEAR(static_cast<double>(got.bias.at[0]), 0, 1e-2);
  EXPECT_NEAR(w, 2 * 2 / (1 + std::exp(w)), 1e-2);
  EXPECT_NEAR(static_cast<double>(got.weights[1].at[0]), -w, 1e-2);
}

/// A world in which "zum" pleases and "kra" displeases, whatever else is said.
class Planted : public ::testing::Test {
 protected:
  Planted() : folder_(std::filesystem::temp_directory_path() / "attune_trainer_test") {
    std::filesystem::create_directories(folder_);
    std::ofstream file(folder_ / "planted.jsonl");
    const char* filler[] = {"the", "a", "one", "two", "here", "there", "box", "lid", "day", "cup"};
    Random random(7);
    for (int i = 0; i < 600; ++i) {
      const bool good = random.below(2) == 0;
      std::string text;
      for (int w = 0; w < 6; ++w) text += std::string(filler[random.below(10)]) + " ";
      text += good ? "zum" : "kra";
      file << "{\"text\":\"" << text << "\",\"mood\":[\"" << (good ? "up" : "down") << "\"]}\n";
    }
  }
  ~Planted() override { std::filesystem::remove_all(folder_); }

  static Recipe recipe() {
    const auto parsed = parse_recipe(R"({"name": "planted", "folds": 2, "epochs": 10,
      "sources": [{"file": "planted.jsonl", "tag": "p",
                   "labels": [{"head": "good", "field": "mood", "yes": ["up"]}]}],
      "heads": [{"name": "good", "C": 1, "bayes_C": 0.5}],
      "outputs": [{"name": "good", "fit_on": "p"}],
      "samples": ["zum", "kra"]})");
    EXPECT_TRUE(parsed);
    return *parsed;
  }

  std::filesystem::path folder_;
};

TEST_F(Planted, IsLearnt) {
  const auto report = train(recipe(), {folder_.string()}, Pool(1));
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_GT(report->outputs.at(0).f1, .99);
  struct alignas(64) Line {
    std::array<std::byte, 64> bytes;
  };
  std::vector<Line> lines(report->model.size() / 64);
  std::memcpy(lines.data(), report->model.data(), report->model.size());
  const auto model = Model::over(std::as_bytes(std::span(lines)));
  ASSERT_TRUE(model) << model.error().message;
  const auto p = [&](std::string_view text) {
    Tokens tokens;
    Features features;
    Scores scores;
    tokenise(text, tokens);
    extract(tokens, features);
    model->score(features, scores);
    return model->probability(0, scores);
  };
  EXPECT_GT(p("here a cup zum"), .9F);
  EXPECT_LT(p("here a cup kra"), .1F);
}

TEST_F(Planted, ARecordWithoutTheFieldTeachesNothing) {
  {
    std::ofstream file(folder_ / "planted.jsonl", std::ios::app);
    for (int i = 0; i < 200; ++i) file << "{\"text\":\"a cup zum " << i << "\"}\n";
  }
  const auto report = train(recipe(), {folder_.string()}, Pool(1));
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->outputs.at(0).texts, 600U);
}

TEST_F(Planted, RefusesMoreHeadsWithWeightsThanARowHolds) {
  Recipe wrong = recipe();
  while (wrong.heads.size() <= kRowHeads) {
    HeadPlan more = wrong.heads.front();
    more.name += std::to_string(wrong.heads.size());
    wrong.heads.push_back(more);
  }
  EXPECT_FALSE(train(wrong, {folder_.string()}, Pool(1)));
  wrong.heads.back().from = HeadPlan::From::length;
  wrong.heads.back().cost = 0;
  EXPECT_TRUE(train(wrong, {folder_.string()}, Pool(1)));
}

TEST_F(Planted, GivesTheSameBytesAtAnyThreadCount) {
  const auto one = train(recipe(), {folder_.string()}, Pool(1));
  const auto three = train(recipe(), {folder_.string()}, Pool(3));
  ASSERT_TRUE(one && three);
  EXPECT_EQ(one->model, three->model);
}

TEST_F(Planted, AnAbsentFileIsNamed) {
  Recipe wrong = recipe();
  wrong.sources[0].file = "absent.jsonl";
  const auto report = train(wrong, {folder_.string()}, Pool(1));
  ASSERT_FALSE(report);
  EXPECT_NE(report.error().message.find("absent.jsonl"), std::string::npos);
}

TEST(Recipe, RefusesTwoHeadsOfOneName) {
  const auto recipe = parse_recipe(
      R"({"name":"r","sources":[],"heads":[{"name":"x"},{"name":"x"}],"outputs":[],"samples":[]})");
  ASSERT_FALSE(recipe);
  EXPECT_NE(recipe.error().message.find("\"x\""), std::string::npos);
}

TEST(Recipe, RefusesWhatIsNotJson) {
  EXPECT_FALSE(parse_recipe("heads: 3"));
}

}  // namespace
}  // namespace attune::learn
