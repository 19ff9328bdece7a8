// SPDX-License-Identifier: Apache-2.0
#pragma once

// Splits a text into clauses: the pieces that carry one struggle, one need or one word of praise
// each, and that themes are made of. Works on tokens and white space alone, so that chat without
// capitals or full stops is split too (at "but", at ", and I", at a new line, at an emoji).
//
//   "Nice staff, but I waited an hour. Fix it!"  →  [Nice staff,] [but I waited an hour.] [Fix it!]

#include <cstdint>
#include <string_view>
#include <vector>

#include "attune/span.h"
#include "text/tokens.h"

namespace attune {

/// Tokens [first, last) and the bytes from the first one's begin to the last one's end.
struct ClauseRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Span span;
  friend bool operator==(const ClauseRange&, const ClauseRange&) = default;
};

/// Fills `clauses` (overwritten) with the clauses of `text`, whose tokens are `tokens`: in order,
/// not overlapping, never empty, and every token is in exactly one. A text without tokens has none.
/// A reason clause stays with what it explains ("late because of rain"). O(bytes).
void split_clauses(std::string_view text, const Tokens& tokens, std::vector<ClauseRange>& clauses);

}  // namespace attune
