// SPDX-License-Identifier: Apache-2.0
#pragma once

// Do the names of themes say what is in them? Themes are found and named from four fifths of the
// texts; for each held-out text, its theme is found by likeness, and the theme whose name and
// keywords it matches by shared stems alone. How often are they the same?

#include <cstdint>

#include "attune/evaluation.h"
#include "engine/theme_files.h"
#include "problems/corpus.h"

namespace attune {

[[nodiscard]] NameQuality judge_names(const problems::Corpus& corpus, const ThemesOptions& options,
                                      const Pool& pool);

}  // namespace attune
