// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which parts of one message somebody else wrote, or a program: quoted mail, an answer pasted
// below, a signature, a disclaimer, a translation, what is left of markup.
//
//   std::vector<LeftOut> parts;
//   quoted_parts("Still no parcel.\n\nKind regards\nPat\n> We are sorry", parts);
//   const std::string own = own_words(text, parts);   // the same length, the parts blank
//
// Only plain marks count. A part is never guessed from what it says: an ordinary sentence that
// begins with "On Monday" or "From: Leeds" stays.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/left_out.h"

namespace attune {

/// Writes the parts to `out` (overwritten): in order, disjoint, never empty, cut at characters.
/// Pure and total: any bytes are allowed. Linear; a text without a mark costs one look at its
/// bytes.
void quoted_parts(std::string_view text, std::vector<LeftOut>& out);

/// `text` with blanks for each of `parts`, which are in order and disjoint: the same length, so
/// that places stay true. Where a part stood, a clause ends; tags inside a line are white space
/// alone.
[[nodiscard]] std::string own_words(std::string_view text, std::span<const LeftOut> parts);

/// Brings parts in order, joins those of one kind that only white space parts, and cuts what
/// overlaps.
void settle_parts(std::string_view text, std::vector<LeftOut>& parts);

}  // namespace attune
