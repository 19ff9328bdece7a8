// SPDX-License-Identifier: Apache-2.0
#pragma once

// The level above: themes that point the same way, gathered under a parent. Groups are joined by
// least growth of their spread (Ward 1963, over the centres of the themes, each counting once), so
// that parents come out of like size, which average linkage does not give.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "attune/theme_memory.h"
#include "themes/found_theme.h"
#include "themes/linear/matrix.h"
#include "themes/names/drafts.h"

namespace attune {

/// Parents for so many themes: none below 13, then a third of them and at least 4; from 24 themes
/// on 8 to 15.
[[nodiscard]] std::size_t parents_for(std::size_t themes);

/// Parent of each row of `centres` (length 1 or 0): at most `parents`, numbered by first row; none
/// has a single row where there are two or more. O(rows³): for hundreds.
[[nodiscard]] std::vector<std::uint32_t> gather(const Matrix& centres, std::size_t parents);

/// The parents of `themes` (parallel to the drafts), most people first; sets `parent` in each. What
/// is remembered of an earlier round is kept: a theme stays under its parent.
struct Family {
  std::vector<FoundTheme> parents;
  std::vector<std::string> parent_of;  ///< Id of each theme's parent, or empty.
};
[[nodiscard]] Family parents_of(const Drafted& all, std::span<const FoundTheme> themes,
                                const ThemeMemory& remembered, const Pool& pool);

}  // namespace attune
