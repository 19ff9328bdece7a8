// SPDX-License-Identifier: Apache-2.0
#pragma once

// Themes in the making, and what is shown of them: names, quotes, parents.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "themes/discover.h"
#include "themes/groups/grouping.h"
#include "themes/names/naming.h"
#include "themes/words/distinct_texts.h"

namespace attune {

struct Draft {
  std::uint32_t group = 0;
  std::uint64_t people = 0;
  std::vector<std::uint32_t> units;  ///< Ascending.
};

/// All that is known of the texts of one round. Borrowed.
struct Drafted {
  std::span<const ThemeItem> items;
  const Units& units;
  const Grouping& grouping;
  std::span<const Place> places;  ///< Per unit.
  std::span<const Draft> drafts;

  [[nodiscard]] const ThemeItem& item(std::uint32_t unit) const { return items[units.first(unit)]; }
};

/// Distinct persons who said any of the units.
[[nodiscard]] std::uint64_t people_in(std::span<const ThemeItem> items, const Units& units,
                                      std::span<const std::uint32_t> wanted);

/// Names and keywords of the drafts, in their order. `given`: see name_themes.
[[nodiscard]] std::vector<ThemeWords> name_drafts(const Drafted& all,
                                                  std::span<const std::string> given,
                                                  std::span<const std::string> taken,
                                                  const Pool& pool);

/// Items that speak for a draft.
[[nodiscard]] std::vector<std::uint32_t> quote_draft(const Drafted& all, const Draft& draft);

/// The parents of `themes` (parallel to the drafts), most people first; sets `parent` in each. What
/// is remembered of an earlier round is kept: a theme stays under its parent.
struct Family {
  std::vector<FoundTheme> parents;
  std::vector<std::string> parent_of;  ///< Id of each theme's parent, or empty.
};
[[nodiscard]] Family parents_of(const Drafted& all, std::span<const FoundTheme> themes,
                                const ThemeMemory& remembered, const Pool& pool);

}  // namespace attune
