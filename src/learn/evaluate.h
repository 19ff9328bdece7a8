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

#include "attune/evaluation.h"
#include "attune/reading.h"
#include "attune/result.h"
#include "understand/understand.h"

namespace attune::learn {

/// The tasks that evaluate() knows: goemotions (records with `labels`), sentiment (`sentiment`),
/// valence (`rating`, 1 and 2 against 4 and 5), suggestion and complaint (`label` 0 or 1),
/// politeness (`label` polite or impolite), kinds (`kinds`), feelings (`felt`, names of emotions,
/// in the four groups of feeling.h).
[[nodiscard]] std::span<const std::string_view> evaluation_tasks();

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

}  // namespace attune::learn
