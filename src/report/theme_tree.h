// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "attune/themes.h"

namespace attune {

/// Themes for a terminal: each parent with its themes, most people first; then themes without a
/// parent, and what happened since the round before.
[[nodiscard]] std::string theme_tree(const ThemesAnswer& answer);

}  // namespace attune
