// SPDX-License-Identifier: Apache-2.0
// The span models, trained twice on the same examples.

#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "learn/train_aspects.h"
#include "learn/train_reasons.h"

namespace attune::learn {
namespace {

const Patterns& book() {
  static const Patterns patterns = *Patterns::load(ATTUNE_SOURCE_DIR "/models/patterns");
  return patterns;
}

TEST(TrainReasons, TrainingTwiceGivesTheSameBytes) {
  std::vector<ReasonExample> examples;
  examples.push_back({"I left because the soup was cold.", Span{15, 32}});
  examples.push_back({"Two buses drove past. I am furious.", Span{0, 20}});
  examples.push_back({"What time do you open?", std::nullopt});
  EXPECT_EQ(train_reasons(book(), examples, {}).bytes(),
            train_reasons(book(), examples, {}).bytes());
}

TEST(TrainAspects, TrainingTwiceGivesTheSameBytes) {
  std::vector<AspectExample> examples;
  examples.push_back({"The soup was cold.", {{{4, 8}, Polarity::negative, 1}}});
  examples.push_back({"Lovely garden, dull soup.", {{{7, 13}, Polarity::positive, 1}}});
  EXPECT_EQ(train_aspects(book(), examples, {}).bytes(),
            train_aspects(book(), examples, {}).bytes());
}

}  // namespace
}  // namespace attune::learn
