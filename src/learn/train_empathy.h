// SPDX-License-Identifier: Apache-2.0
#pragma once

// Learns what each piece of evidence is worth: six logistic regressions with a ridge, by cyclic
// coordinate descent in a fixed order. The sources teach the first weights, peers the second ones,
// which count among peers. Then, on replies that the weights were not
// fitted to, the thresholds with the best macro-F1 over the three levels, mean over the groups of
// sources; and those among peers. Same recipe, same bytes.

#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "learn/trainer.h"

namespace attune::learn {

/// Is this the recipe of a mechanism model? {"mechanisms": FOLDER, "sources": [[FILES]],
/// "peers": [FILES]}
[[nodiscard]] bool is_mechanism_recipe(std::string_view json);

/// Files and the folder of patterns are looked for below `folders`, in order. The report's model
/// is the text of models/empathy/weights.tsv.
[[nodiscard]] Result<TrainReport> train_mechanisms(std::string_view json,
                                                   const std::vector<std::string>& folders);

}  // namespace attune::learn
