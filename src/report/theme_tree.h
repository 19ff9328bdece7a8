// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "attune/intake.h"
#include "attune/themes.h"

namespace attune {

/// What was assumed about words that are not the writers': a sentence each.
[[nodiscard]] std::vector<std::string> left_out_words(const Intake& intake);

/// Themes for a terminal: what was left out; each parent with its themes, most people first; then
/// themes without a parent, and what happened since the round before.
[[nodiscard]] std::string theme_tree(const ThemesAnswer& answer);

}  // namespace attune
