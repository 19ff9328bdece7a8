// SPDX-License-Identifier: Apache-2.0
#pragma once

// The recogniser of everything written with digits. A row of digits is judged by the word that
// announces it, by its checksum and by its groups; most rows are no personal data.

#include <string_view>
#include <vector>

#include "attune/reading.h"
#include "text/tokens.h"

namespace attune {

/// Appends phones, cards, accounts, IP addresses, national numbers to `out`, in no order and maybe
/// overlapping; text/pii/pii.h sorts. A text without a digit has none.
void find_numbers(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out);

}  // namespace attune
