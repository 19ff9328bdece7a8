// SPDX-License-Identifier: Apache-2.0
#pragma once

// The recognisers that need no learning, beside pii_numbers.h: what personal data looks like in
// itself, or after a word that announces it. Each appends to `out`, in no order and maybe
// overlapping; text/pii/pii.h sorts.

#include <string_view>
#include <vector>

#include "attune/reading.h"
#include "text/tokens.h"

namespace attune {

/// E-mail addresses and links.
void find_net_addresses(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out);

/// "31 years old", "aged 31": ages from 14 to 110. Things have ages too, mostly smaller ones.
void find_ages(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out);

/// Postcodes: after "zip" and its like, or in the British or Canadian form.
void find_postcodes(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out);

}  // namespace attune
