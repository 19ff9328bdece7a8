// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which texts say in so many words what their theme is about.
//
// Clustering gives every text a home, also a text that only stands nearest; a count of people needs
// more: a reader who opens the sentences behind "gift card, 49 people" must find gift cards in
// each. So each theme gets its telling words (stems and pairs that its texts have far more often
// than the others, the log of that ratio weighed with how many of its texts have them: Monroe et
// al. 2008 without the variance, which the floor on counts replaces), and a text belongs where it
// has them: to its own theme, to another that it fits clearly better, or to none.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/pool.h"
#include "themes/discover.h"

namespace attune {

/// `theme_of` (per item: index < `themes`, or -1) after that: items without a telling word of any
/// theme get -1. A theme may end empty. Linear in the texts' bytes; the same at any thread count.
[[nodiscard]] std::vector<std::int32_t> evident_themes(std::span<const ThemeItem> items,
                                                       std::span<const std::int32_t> theme_of,
                                                       std::size_t themes, const Concepts* concepts,
                                                       const Pool& pool);

}  // namespace attune
