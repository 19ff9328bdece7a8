// SPDX-License-Identifier: Apache-2.0
// Figures of the shipped models that must not get worse, and the recipes of the span models.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "learn/evaluate_spans.h"
#include "learn/evaluate_swaps.h"
#include "learn/span_recipe.h"

namespace attune::learn {
namespace {

const Understander& shipped() {
  static const Understander understander = *Understander::load(ATTUNE_SOURCE_DIR "/models");
  return understander;
}

/// Names and ages stay within .02, the aim. Gender and dialect do not yet (models/heads/CARD.md):
/// their bounds hold what was reached.
TEST(Swaps, NoHeadMovesMoreThanItsBound) {
  const std::map<std::string, double> bounds = {
      {"names", .021}, {"age", .02}, {"gender", .055}, {"dialect", .105}};
  const auto shifts = evaluate_swaps(ATTUNE_SOURCE_DIR "/train/swaps.jsonl", shipped());
  ASSERT_TRUE(shifts) << (shifts ? "" : shifts.error().message);
  for (const SwapShift& one : *shifts) {
    EXPECT_LE(one.mean, bounds.at(one.axis)) << one.axis << ": " << one.head;
  }
}

TEST(Spans, FiguresOfTheBlindSentencesHold) {
  const std::string file = ATTUNE_SOURCE_DIR "/train/sentences/test-customers.jsonl";
  const auto care = evaluate_spans("care", file, shipped(), {.resamples = 0});
  ASSERT_TRUE(care) << (care ? "" : care.error().message);
  ASSERT_EQ(care->size(), 2U);
  EXPECT_GE(care->at(0).value, .80);
  EXPECT_GE(care->at(1).value, .50);
  const auto because = evaluate_spans("because", file, shipped(), {.resamples = 0});
  ASSERT_TRUE(because);
  EXPECT_GE(because->at(0).value, .62);
  EXPECT_GT(because->at(0).value, because->at(0).trivial);
}

TEST(Spans, AnUnknownTaskIsRefused) {
  EXPECT_FALSE(evaluate_spans("mood", "nowhere.jsonl", shipped()));
}

TEST(SpanRecipe, TrainingTwiceGivesTheSameBytes) {
  const auto folder = std::filesystem::temp_directory_path() / "attune_span_recipe";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "own.jsonl")
      << R"({"text": "I left because the soup was cold.", "because": "the soup was cold"})" << '\n'
      << R"({"text": "What time do you open?", "because": null})" << '\n';
  const auto patterns = Patterns::load(ATTUNE_SOURCE_DIR "/models/patterns");
  ASSERT_TRUE(patterns);
  const std::string recipe = R"({"trainer": "reasons", "files": ["own.jsonl"]})";
  ASSERT_TRUE(is_span_recipe(recipe));
  const auto one = train_spans(recipe, {folder.string()}, *patterns);
  const auto two = train_spans(recipe, {folder.string()}, *patterns);
  ASSERT_TRUE(one) << (one ? "" : one.error().message);
  EXPECT_EQ(one->spans, 1U);
  EXPECT_EQ(one->model, two->model);
  EXPECT_FALSE(train_spans(R"({"trainer": "moods", "files": []})", {}, *patterns));
}

}  // namespace
}  // namespace attune::learn
