// SPDX-License-Identifier: Apache-2.0
#pragma once

// From passages that struggle to what is counted, named and shown: the key problems of a file, each
// with its facets, and after them the themes of what has no kind.

#include <cstdint>
#include <span>
#include <vector>

#include "attune/struggle_kind.h"
#include "base/pool.h"
#include "problems/groups/key_names.h"
#include "text/concepts.h"
#include "themes/found_theme.h"
#include "themes/item.h"

namespace attune::problems {

struct KeyTheme {
  FoundTheme theme;
  std::vector<float> p;            ///< Parallel to theme.members: that the item speaks of it.
  std::vector<FoundTheme> facets;  ///< Themes below it, most people first; of its items.
                                   ///< None where few speak of it, nor beyond the tenth.
};

struct KeyThemeOptions {
  std::uint64_t seed = 1;
  std::span<const ThemeItem> others;  ///< Texts of those who do not struggle; common_thing.h.
  /// How many themes so many items that have no kind make, at most.
  std::size_t (*themes)(std::size_t items) = nullptr;
  bool first_look = false;             ///< No names, quotes and facets.
  const Concepts* concepts = nullptr;  ///< Borrowed; null: none.
  PhraseKinds kinds_of;                ///< For names.
};

/// `kinds` parallel to `items`: what the heads say of each. Most people first.
[[nodiscard]] std::vector<KeyTheme> key_themes(std::span<const ThemeItem> items,
                                               std::span<const StruggleScores> kinds,
                                               const KeyThemeOptions& options, const Pool& pool);

struct EvidentOptions {
  std::size_t most = 9;  ///< Themes.
  std::uint64_t seed = 1;
  const Concepts* concepts = nullptr;  ///< Borrowed; null: none.
  /// Items that the themes are learnt from, evenly among all, at most; the others join by the words
  /// that tell.
  std::size_t learnt = SIZE_MAX;
};

/// Themes of items, each of which has words that tell: those without belong to none.
[[nodiscard]] std::vector<FoundTheme> evident_groups(std::span<const ThemeItem> items,
                                                     const EvidentOptions& options,
                                                     const Pool& pool);

}  // namespace attune::problems
