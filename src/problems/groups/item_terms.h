// SPDX-License-Identifier: Apache-2.0
#pragma once

// Items as sets of numbered terms: stems, pairs of stems and concepts (themes/words/terms.h). Terms
// of fewer than three items tell nothing and are left out.

#include <cstdint>
#include <span>
#include <vector>

#include "base/pool.h"
#include "text/concepts.h"
#include "themes/item.h"

namespace attune::problems {

struct ItemTerms {
  std::vector<std::vector<std::uint32_t>> of;  ///< Per item: its terms, ascending by hash.
  std::vector<std::uint32_t> items;            ///< Per term: items that have it.
  std::vector<std::uint64_t> hashes;           ///< Per term.
  std::vector<std::uint8_t> pair;              ///< Per term: 1 for two stems side by side.

  /// Does `item` have `term`? Linear in the item's terms.
  [[nodiscard]] bool has(std::uint32_t item, std::uint32_t term) const;
};

/// Distinct people among `members` of `items`.
[[nodiscard]] std::uint64_t people_among(std::span<const ThemeItem> items,
                                         std::span<const std::uint32_t> members);

/// The same at any thread count; numbers follow the order of the items.
[[nodiscard]] ItemTerms item_terms(std::span<const ThemeItem> items, const Concepts* concepts,
                                   const Pool& pool);

/// Of each of `hashes`, how many of `items` have it.
[[nodiscard]] std::vector<std::uint32_t> items_with(std::span<const ThemeItem> items,
                                                    std::span<const std::uint64_t> hashes,
                                                    const Concepts* concepts, const Pool& pool);

}  // namespace attune::problems
