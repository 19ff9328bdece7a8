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
#include "themes/groups/grouping.h"
#include "themes/rounds/evolution.h"
#include "themes/words/distinct_texts.h"

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

/// What this round has, one place a unit.
struct ThisRound {
  std::span<const std::string_view> texts;
  std::span<const std::uint32_t> old_of;  ///< What recall() gave.
  std::span<const std::uint32_t> person_of;
  std::size_t most_themes = 0;
};

/// `grouping` was learnt from the first of the texts and is anchored to the groups found.
/// `previous` is borrowed as long as the anchors are used.
[[nodiscard]] SteadyGroups carry_on(const ThemeMemory& previous, const ThisRound& round,
                                    Grouping& grouping, const Pool& pool);

/// Per unit: index of the theme that remembers it, kWasHomeless or kNewText.
[[nodiscard]] std::vector<std::uint32_t> recall(const ThemeMemory& previous,
                                                std::span<const std::uint64_t> keys);

}  // namespace attune
