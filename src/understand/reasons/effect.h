// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the effect begins behind a reason that stands first, with no comma between them: "Due to a
// strike | our parcel came late", "Because the app crashed | I lost my order".

#include <cstdint>

#include "text/tokens.h"

namespace attune {

/// What a connective takes: a thing ("due to a strike"), or a clause with a verb of its own
/// ("because the app crashed").
enum class Takes : std::uint8_t { thing, clause };

/// The first token of the effect in [first, last), the words behind a connective up to the next
/// mark; `last` where none of them begins one. Greater than `first`. O((last - first)²) at worst,
/// linear where clauses are short.
[[nodiscard]] std::uint32_t effect_begins(const Tokens& tokens, std::uint32_t first,
                                          std::uint32_t last, Takes takes);

}  // namespace attune
