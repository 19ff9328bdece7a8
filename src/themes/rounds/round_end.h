// SPDX-License-Identifier: Apache-2.0
#pragma once

// The end of a round: what became of each theme, and what the next round has to know.

#include <cstdint>
#include <span>
#include <vector>

#include "attune/theme.h"
#include "attune/theme_memory.h"
#include "themes/found_theme.h"
#include "themes/names/drafts.h"
#include "themes/rounds/evolution.h"

namespace attune {

/// One round, themed. Borrowed but for `memory`.
struct RoundState {
  ThemeMemory memory;  ///< Of the round before; `themes` as the groups of this one, in their order.
  std::span<const Draft> drafts;       ///< The groups that were said.
  std::span<const FoundTheme> themes;  ///< Parallel to the drafts.
  std::span<const FoundTheme> parents;
  std::span<const std::uint64_t> keys;      ///< Per unit.
  std::span<const std::uint32_t> homeless;  ///< Units without a home, ascending.
  std::span<const Change> changes;
  const Grouping* grouping = nullptr;  ///< Null where there was nothing to read.
};

struct RoundEnd {
  ThemeMemory memory;
  std::vector<ThemeEvent> events;
};

[[nodiscard]] RoundEnd end_round(RoundState state);

}  // namespace attune
