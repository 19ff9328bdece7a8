// SPDX-License-Identifier: Apache-2.0
#pragma once

// Groups of this round's texts that carry on the themes of an earlier round: old texts keep their
// theme, new ones join the likeliest, and succession.h says what is born, split or merged.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "attune/theme_memory.h"
#include "themes/grouping.h"
#include "themes/succession.h"
#include "themes/units.h"

namespace attune {

struct SteadyGroups {
  /// Remembered ones first, then those made now (without id and name). `texts` and `terms` stay as
  /// they were remembered.
  std::vector<RememberedTheme> groups;
  std::vector<Place> places;              ///< Per unit.
  std::vector<std::uint32_t> settled_in;  ///< Per unit: its group where it has an old claim to it,
                                          ///< kNewText, or kWasHomeless.
  std::vector<Anchor> anchors;            ///< What is known of groups from memory alone.
  std::vector<Change> changes;            ///< By index into `groups`.
};

/// `grouping` was learnt from the first texts of `texts` (one a unit) and is anchored to the groups
/// found. `previous` is borrowed as long as the anchors are used.
[[nodiscard]] SteadyGroups carry_on(const ThemeMemory& previous, const RoundTexts& round,
                                    std::span<const std::string_view> texts, Grouping& grouping,
                                    std::size_t most_themes, const Pool& pool);

/// Per unit: index of the theme that remembers it, kWasHomeless or kNewText.
[[nodiscard]] std::vector<std::uint32_t> recall(const ThemeMemory& previous,
                                                std::span<const std::uint64_t> keys);

}  // namespace attune
