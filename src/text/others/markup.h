// SPDX-License-Identifier: Apache-2.0
#pragma once

// What programs left in a text: tags and entities of HTML, keys of JSON, cells of CSV.

#include <string_view>
#include <vector>

#include "attune/left_out.h"

namespace attune {

/// Appends the places of markup in `text`, disjoint, in any order: tags that HTML knows, comments,
/// scripts and styles with what is in them, a `blockquote` of a mail (as Others::quote), entities
/// of white space and marks; where the whole text is JSON or a row of CSV, all but the values that
/// hold words. Total and linear.
void find_markup(std::string_view text, std::vector<LeftOut>& out);

/// True for the place of a tag that stands inside a line ("<b>"), and for an entity.
[[nodiscard]] bool is_inline_markup(std::string_view part);

}  // namespace attune
