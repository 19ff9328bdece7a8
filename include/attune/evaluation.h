// SPDX-License-Identifier: Apache-2.0
#pragma once

// How good the readings are: figures against labels that people gave, each beside what an answer
// that ignores the text would reach.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "attune/interval.h"

namespace attune {

struct EvaluationOptions {
  std::uint64_t seed = 1;
  std::size_t resamples = 1000;
  std::string by;  ///< Field of the records that groups them ("community"); empty: no groups.
};

/// How often the readings err on the texts of one group.
struct GroupError {
  std::string group;  ///< "" for those that name none.
  std::size_t texts = 0;
  std::size_t wrong = 0;  ///< Texts with a label told wrongly.
};

struct Evaluation {
  std::string task;
  std::string measure;  ///< "macro-F1", "F1", "accuracy", "mean F1".
  std::size_t texts = 0;
  double value = 0;  ///< In [0, 1]; greater is better.
  double low = 0;    ///< 95 % interval: bootstrap over texts, 1,000 times.
  double high = 0;
  double trivial = 0;             ///< The same measure for the best answer that ignores the text.
  double calibration_error = -1;  ///< Mean over labels; −1: not measured for this task.
  std::size_t model_bytes = 0;
  double texts_per_second = 0;     ///< One thread; the only figure here that a clock gives.
  std::vector<GroupError> groups;  ///< By name; empty unless asked for.
};

/// How far one head moves along one axis when only the writer is another.
struct SwapShift {
  std::string axis;  ///< "names", "gender", "age", "dialect".
  std::string head;  ///< An emotion, "complaint", "suggestion", "politeness", "intensity",
                     ///< "valence" (brought to [0, 1]).
  std::size_t pairs = 0;
  double mean = 0;  ///< Of |Δp|, in [0, 1].
  double bias = 0;  ///< Mean of p(second) − p(first): to which side.
};

/// Do the names of themes say what is in them?
struct NameQuality {
  std::uint64_t themes = 0;
  std::uint64_t texts = 0;    ///< Held out, with a theme.
  std::uint64_t matched = 0;  ///< Share a stem with any name.
  Share agreed;               ///< The nearest name is that of their theme.
  std::uint64_t largest = 0;  ///< Are of the largest theme: what always naming that would reach.
};

}  // namespace attune
