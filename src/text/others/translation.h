// SPDX-License-Identifier: Apache-2.0
#pragma once

// A text and its translation in one cell: "(Translated by Google) … (Original) …".

#include <string_view>
#include <vector>

#include "attune/left_out.h"

namespace attune {

/// Appends the marks, and of the two texts the one to leave out: the translation, unless it is
/// English and the original is not. One mark alone is left out alone. Total and linear.
void find_translation(std::string_view text, std::vector<LeftOut>& out);

}  // namespace attune
