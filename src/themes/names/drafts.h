// SPDX-License-Identifier: Apache-2.0
#pragma once

// Themes in the making, and what is shown of them: names and quotes.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "themes/groups/grouping.h"
#include "themes/item.h"
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

}  // namespace attune
