// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `attune themes` is asked, and what it answers.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "attune/input.h"
#include "attune/intake.h"
#include "attune/interval.h"
#include "attune/theme.h"
#include "attune/theme_memory.h"

namespace attune {

enum class ThemeUnit : std::uint8_t { clause, message };

struct ThemesRequest {
  Input input;
  ThemeUnit unit = ThemeUnit::clause;
  std::optional<std::size_t> k;  ///< Most themes; absent: as many as the texts show.
  std::string previous;          ///< File with an earlier answer as JSON; empty: none.
  std::string edits;             ///< File with what is changed by hand; empty: none.
  std::uint64_t seed = 1;
  bool show_personal = false;  ///< Quotes unmasked.
  /// Told now and then how many records have been read; empty: not told.
  std::function<void(std::uint64_t read)> progress;
};

struct ThemesAnswer {
  Intake intake;
  std::string refused;                  ///< Why the edits cannot be made; then there is no theme.
  Unit unit = Unit::messages;           ///< What Theme::people counts.
  std::vector<Theme> themes;            ///< Most people first; then the parents, likewise.
  std::vector<Assignment> assignments;  ///< Of every message (or clause), in input order.
  std::vector<ThemeEvent> events;       ///< Against the earlier round, and by hand.
  ThemeMemory memory;                   ///< For the next round.
  ThemeMemory previous;                 ///< Of the earlier round, if one was given.
};

}  // namespace attune
