// SPDX-License-Identifier: Apache-2.0
#pragma once

// Postal addresses that can be told by their form.

#include <string_view>
#include <vector>

#include "attune/reading.h"
#include "text/tokens.h"

namespace attune {

/// Adds addresses to `found` and makes those that it holds whole: military post ("PSC 12, Box 34 /
/// APO AE 09012"), post boxes, corners ("the corner of 5th and Main"), a number and a street ("12
/// High Street", "Lindenstraße 7"), and after words that lead to one ("lives at …") capitals with a
/// number. Flats, towns, states, postcodes and countries behind them belong to them, over lines and
/// commas. The addresses in `found` are disjoint then. O(tokens).
void find_addresses(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& found);

}  // namespace attune
