// SPDX-License-Identifier: Apache-2.0
#pragma once

// The answer in one sentence: what goes wrong, for how many, since when, and how certain that is.

#include <string>

#include "attune/explanation.h"

namespace attune {

/// "Solve this first: late or waiting (no reply), about 1 in 6 people, growing since about 8 June
/// 2026. What comes second is open." Only the first Explanation::key_problems are to be solved
/// first; where there are none, those that could be first are named and their order is called
/// open. Where there is little to say, the note (note_words).
[[nodiscard]] std::string headline(const Explanation& explanation);

}  // namespace attune
