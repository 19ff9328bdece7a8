// SPDX-License-Identifier: Apache-2.0
#pragma once

// How well the readings agree with labels that people gave: the figures of the model card, each
// with its interval, the trivial answer beside it, and its cost.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/reading.h"
#include "attune/result.h"
#include "understand/understand.h"

namespace attune {

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

/// The tasks that evaluate() knows: goemotions (records with `labels`), sentiment (`sentiment`),
/// valence (`rating`, 1 and 2 against 4 and 5), suggestion and complaint (`label` 0 or 1),
/// politeness (`label` polite or impolite), kinds (`kinds`).
[[nodiscard]] std::span<const std::string_view> evaluation_tasks();

struct EvaluationOptions {
  std::uint64_t seed = 1;
  std::size_t resamples = 1000;
  std::string by;  ///< Field of the records that groups them ("community"); empty: no groups.
};

/// Reads every text of `file` (JSON Lines, also packed) and compares. Refuses an unknown task, a
/// file that cannot be read, and one without a fitting record.
[[nodiscard]] Result<Evaluation> evaluate(std::string_view task, const std::string& file,
                                          const Understander& understander,
                                          const EvaluationOptions& options = {});

/// Yes-or-no answers for several labels: gold and told, texts × labels, row-major.
struct Answers {
  std::size_t labels = 1;
  std::vector<std::uint8_t> gold;
  std::vector<std::uint8_t> told;

  [[nodiscard]] std::size_t texts() const { return labels == 0 ? 0 : gold.size() / labels; }
};

/// Mean over labels of F1 = 2·hits / (told + gold), 0 where there is no hit. `picks` are texts,
/// with repetition.
[[nodiscard]] double mean_f1(const Answers& answers, std::span<const std::uint32_t> picks);

/// Share of texts whose first label is told rightly.
[[nodiscard]] double accuracy(const Answers& answers, std::span<const std::uint32_t> picks);

}  // namespace attune
