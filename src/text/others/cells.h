// SPDX-License-Identifier: Apache-2.0
#pragma once

// A record that was pasted whole into one cell: JSON, or a row of CSV.

#include <string_view>
#include <vector>

#include "attune/left_out.h"

namespace attune {

/// Appends, as markup, all of such a text but the values that hold words, in order and disjoint.
/// False where the text is none; then empty cells at its end (";;;") are appended alone. Total and
/// linear.
bool find_cells(std::string_view text, std::vector<LeftOut>& out);

}  // namespace attune
