// SPDX-License-Identifier: Apache-2.0
#pragma once

// Judges what is marked in a text: signs of a hard time, reasons, aspects, personal data; and the
// language. Counts are pooled over texts; two spans agree if they share half of their union.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "learn/evaluate.h"

namespace attune::learn {

/// care (records with `care`), because (`because`: words of the text, or null), aspects
/// (`aspect_terms`), pii (`spans`; organisations, places, dates, titles and nationalities are
/// neither asked for nor held against), language (`lang`).
[[nodiscard]] std::span<const std::string_view> span_tasks();

/// One Evaluation a measure of the task. Refuses what evaluate() refuses.
[[nodiscard]] Result<std::vector<Evaluation>> evaluate_spans(std::string_view task,
                                                             const std::string& file,
                                                             const Understander& understander,
                                                             const EvaluationOptions& options = {});

}  // namespace attune::learn
