// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which kinds are one project in this file. Gift cards that the app eats are refused codes, failing
// payments and a broken app at once, and one team mends them: there the kinds share their people or
// their words. In another file the same kinds stand apart.

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "attune/struggle_kind.h"
#include "problems/groups/item_terms.h"

namespace attune::problems {

/// Per kind, the kind whose family it is in: the largest of the family, which stands for itself.
using KindFamilies = std::array<std::uint8_t, kStruggleKinds>;

/// `kinds` parallel to the items of `terms`. Kinds that are mostly told of `thing` (a number of
/// `terms`, see common_thing()) are one.
[[nodiscard]] KindFamilies kind_families(const ItemTerms& terms,
                                         std::span<const StruggleScores> kinds,
                                         std::optional<std::uint32_t> thing);

}  // namespace attune::problems
