// SPDX-License-Identifier: Apache-2.0
#pragma once

// Do the names of themes say what is in them? Themes are found and named from four fifths of the
// texts; for each held-out text, its theme is found by likeness, and the theme whose name and
// keywords it matches by shared stems alone. How often are they the same?

#include <cstdint>

#include "attune/interval.h"
#include "engine/theme_files.h"
#include "problems/corpus.h"

namespace attune {

struct NameQuality {
  std::uint64_t themes = 0;
  std::uint64_t texts = 0;    ///< Held out, with a theme.
  std::uint64_t matched = 0;  ///< Share a stem with any name.
  Share agreed;               ///< The nearest name is that of their theme.
  std::uint64_t largest = 0;  ///< Are of the largest theme: what always naming that would reach.
};

[[nodiscard]] NameQuality judge_names(const Corpus& corpus, const ThemesOptions& options,
                                      const Pool& pool);

}  // namespace attune
