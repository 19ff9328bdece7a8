// SPDX-License-Identifier: Apache-2.0
#pragma once

// Items that say the same in the same words are one unit: it is compared once, and counted as often
// as it was said. Units stand in the order of their keys, which are hashes: so any prefix of them
// is a fair sample, and nothing after this depends on the order of the items.

#include <cstdint>
#include <span>
#include <vector>

#include "base/pool.h"
#include "themes/item.h"

namespace attune {

struct Units {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::vector<std::uint64_t> keys;  ///< Ascending.
  std::vector<std::uint32_t>
      starts;  ///< keys.size() + 1: unit u has members[starts[u], starts[u+1]).
  std::vector<std::uint32_t> members;  ///< Item indices, ascending in each unit.
  std::vector<std::uint32_t> unit_of;  ///< Per item; kNone: unread, or without words.

  [[nodiscard]] std::size_t size() const { return keys.size(); }
  [[nodiscard]] std::span<const std::uint32_t> items(std::size_t unit) const {
    return std::span(members).subspan(starts[unit], starts[unit + 1] - starts[unit]);
  }
  /// The item that stands for the unit.
  [[nodiscard]] std::uint32_t first(std::size_t unit) const { return members[starts[unit]]; }
};

[[nodiscard]] Units distinct_units(std::span<const ThemeItem> items, const Pool& pool);

}  // namespace attune
