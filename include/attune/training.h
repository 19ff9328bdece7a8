// SPDX-License-Identifier: Apache-2.0
#pragma once

// What came of a recipe: a model, and how its heads do on texts that they did not see.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace attune {

/// How an output does on texts that its heads did not see.
struct OutputReport {
  std::string name;
  std::size_t texts = 0;
  std::size_t yes = 0;
  double f1 = 0;          ///< At the chosen threshold.
  double f1_at_half = 0;  ///< At .5.
  double calibration_error = 0;
  float threshold = 0;
};

/// Of linear heads.
struct TrainReport {
  std::string model;  ///< The bytes of the model file.
  std::size_t examples = 0;
  std::size_t features = 0;
  std::vector<OutputReport> outputs;
};

/// Of reasons, aspects or names.
struct SpanReport {
  std::string model;  ///< The bytes of the model file.
  std::size_t texts = 0;
  std::size_t spans = 0;
};

/// A model, and the report of the trainer that made it.
struct RecipeReport {
  std::string model;
  std::optional<TrainReport> heads;
  std::optional<SpanReport> spans;
};

}  // namespace attune
