// SPDX-License-Identifier: Apache-2.0
#pragma once

// `attune themes`: what many people say, over whole messages or over their clauses.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "attune/result.h"
#include "attune/theme.h"
#include "attune/theme_memory.h"
#include "attune/themes.h"
#include "base/pool.h"
#include "problems/corpus.h"
#include "text/concepts.h"
#include "themes/rounds/edits.h"

namespace attune {

struct ThemesOptions {
  ThemeUnit unit = ThemeUnit::clause;
  std::optional<std::size_t> k;  ///< Most themes; absent: as many as the texts show.
  std::uint64_t seed = 1;
  bool show_personal = false;
  const Concepts* concepts = nullptr;     ///< Words that mean the same; borrowed, null: none.
  const ThemeMemory* previous = nullptr;  ///< Of an earlier round: ids stay; borrowed.
  const ThemeEdits* edits = nullptr;      ///< Asked for by hand; borrowed.
};

struct ThemesFound {
  std::vector<Theme> themes;            ///< Most people first; then the parents, likewise.
  std::vector<Assignment> assignments;  ///< Of every message (or clause), in input order.
  std::vector<ThemeEvent> events;       ///< Against the earlier round, and by hand.
  ThemeMemory memory;                   ///< For the next round.
};

/// "clause" or "message".
[[nodiscard]] std::string_view unit_name(ThemeUnit unit);

/// Themes all messages of the corpus together: nothing disappears, a text without a theme says why.
/// Refuses a memory of another unit, and edits that cannot be made.
[[nodiscard]] Result<ThemesFound> find_themes(const problems::Corpus& corpus,
                                              const ThemesOptions& options, const Pool& pool);

}  // namespace attune
