// SPDX-License-Identifier: Apache-2.0
#pragma once

// Recipes of the models that learn from marked words: reasons, aspect terms, names and addresses.
// A JSON file such as train/because.json:
//   {"trainer": "reasons", "seed": 1, "rounds": 6, "files": ["customers-a.jsonl"]}
// `files` are JSON Lines with `because` (reasons), `aspect_terms` (aspects) or `spans` (names);
// `background`, for names alone, are plain texts.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "attune/training.h"
#include "phrases/patterns/patterns.h"

namespace attune::learn {

/// Whether `json` is such a recipe: it names a trainer.
[[nodiscard]] bool is_span_recipe(std::string_view json);

/// Trains. Files are looked for below every folder of `folders`, in order. Refuses an unknown
/// trainer and a file that is absent or is not JSON Lines. The same bytes each time.
[[nodiscard]] Result<SpanReport> train_spans(std::string_view json,
                                             const std::vector<std::string>& folders,
                                             const Patterns& patterns);

}  // namespace attune::learn
