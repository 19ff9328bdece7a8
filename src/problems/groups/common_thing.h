// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one thing that nearly everybody who struggles speaks of, and hardly anybody else: the lift of
// a house in which it stands still, foreigners whom an app shuts out. It is the problem, whatever
// kinds of struggle it is told as, and no background. What the content speak of as well, the flight
// of an airline, is background.

#include <cstdint>
#include <optional>
#include <span>

#include "base/pool.h"
#include "problems/groups/item_terms.h"
#include "text/concepts.h"
#include "themes/item.h"

namespace attune::problems {

/// Number of the term in `terms`, the commonest where there are several. `others`: texts of those
/// who do not struggle; without enough of them nothing is known.
[[nodiscard]] std::optional<std::uint32_t> common_thing(const ItemTerms& terms,
                                                        std::span<const ThemeItem> others,
                                                        const Concepts* concepts, const Pool& pool);

}  // namespace attune::problems
