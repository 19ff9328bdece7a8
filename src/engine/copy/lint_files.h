// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lints files of outgoing copy: finds each file's configuration, facts and baseline, runs the rules
// over many files at once, and writes the findings in the order in which the files were named.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/lint.h"
#include "attune/result.h"
#include "base/pool.h"
#include "lint/output/output.h"
#include "lint/rules.h"

namespace attune {

/// All bytes of a file, or of standard input for "-"; at most 2 GB.
[[nodiscard]] Result<std::string> read_copy(const std::string& file);

/// What judges copy: rules, and a model that may be absent. Borrowed.
struct Judges {
  const Rules& rules;
  const ManipulationModel* model = nullptr;
  const Selection* selection = nullptr;  ///< Rules for this run; null: as settled.
};

/// Lints `files`; a folder stands for the files below it that hold copy. Output goes to `out` in
/// pieces. A file that cannot be read, or is no text, is told of and the rest goes on. Refuses an
/// unreadable configuration, fact or baseline.
[[nodiscard]] Result<LintOutcome> lint_files(const std::vector<std::string>& files,
                                             const LintOptions& options, const Judges& judges,
                                             const Pool& pool, const FindingWriter::Out& out);

}  // namespace attune
