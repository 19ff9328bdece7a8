// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds what many people say, without being told the topics.
//
//   std::vector<ThemeItem> items = …;             // one per clause (or message)
//   Discovery found = discover(items, {.k = 12}, pool);
//   found.themes[0].name;                         // "card not arriving"
//   found.theme_of[i];                            // index into themes, or -1: no home, see why[i]

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/theme.h"
#include "attune/theme_memory.h"
#include "base/pool.h"
#include "text/concepts.h"
#include "themes/found_theme.h"
#include "themes/groups/effort.h"
#include "themes/item.h"
#include "themes/rounds/edits.h"

namespace attune {

/// Why an item has no theme.
enum class NoHome : std::uint8_t { has_home, too_short, unlike_any_other, unread_language };

/// In plain words, for people: "too short". Empty for has_home.
[[nodiscard]] std::string_view words(NoHome why);

struct DiscoverOptions {
  std::optional<std::size_t> k;  ///< At most this many themes; absent: as many as the texts show.
  std::uint64_t seed = 1;
  std::size_t most_themes = 150;  ///< Where `k` is absent.
  std::size_t fewest_people = 3;  ///< A theme of fewer people is dissolved, where `k` is absent.
  const Concepts* concepts = nullptr;  ///< Words that mean the same (text/concepts.h); borrowed.
  double most_homeless = 0.15;  ///< At most this share of readable, not empty items, in [0, 1].
  bool parents = false;         ///< Gather the themes under parents, where there are enough.
  Effort effort;                ///< Spent on the groups.
  const ThemeMemory* previous = nullptr;  ///< Of the round before: ids stay; borrowed.
  const ThemeEdits* edits = nullptr;      ///< Asked for by hand; borrowed.
};

struct Discovery {
  std::vector<FoundTheme> themes;   ///< Most people first.
  std::vector<FoundTheme> parents;  ///< Most people first; their members are those of their themes.
  std::vector<std::int32_t> theme_of;  ///< Per item: index into `themes`, or -1.
  std::vector<NoHome> why;             ///< Per item: has_home where theme_of ≥ 0.
  std::vector<ThemeEvent> events;      ///< Against the round before, and by hand.
  ThemeMemory memory;                  ///< For the next round.
  std::string refused;                 ///< Why the edits cannot be made, in a sentence; else empty.
};

/// Themes of `items`. The same items, options and seed give the same bytes at any thread count, and
/// the same groups in any order of the items. Total: no items give no themes. Time and memory are
/// linear in the number of items: above a fixed number of distinct texts a sample is clustered and
/// the others join the nearest theme.
[[nodiscard]] Discovery discover(std::span<const ThemeItem> items, const DiscoverOptions& options,
                                 const Pool& pool);

}  // namespace attune
