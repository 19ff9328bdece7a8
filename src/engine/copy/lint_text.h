// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lints one text in memory as though it stood in a file: an editor's, before it is saved.

#include <string>
#include <string_view>
#include <vector>

#include "attune/finding.h"
#include "attune/lint.h"
#include "attune/result.h"
#include "engine/copy/lint_files.h"

namespace attune {

/// What came of a text.
struct TextOutcome {
  std::vector<Finding> findings;      ///< In order. They point into the rules that made them.
  std::vector<std::string> warnings;  ///< What was read and is of no use, each once.
};

/// The findings of `text` by the configuration, facts and baseline that hold for `path`; none where
/// that is ignored. Settings are read anew each time. In baselines the text is called as the folder
/// of its configuration sees it. Refuses settings that cannot be read.
[[nodiscard]] Result<TextOutcome> lint_text(std::string_view text, const std::string& path,
                                            const LintOptions& options, const Judges& judges);

}  // namespace attune
