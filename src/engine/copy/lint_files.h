// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lints files of outgoing copy: finds each file's configuration, facts and baseline, runs the rules
// over many files at once, and writes the findings in the order in which the files were named.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "base/pool.h"
#include "lint/output/output.h"
#include "lint/rules.h"

namespace attune {

struct LintOptions {
  LintFormat format = LintFormat::text;
  bool colour = false;
  std::string config;          ///< Instead of the .attune.yaml found upwards.
  std::string facts;           ///< Instead of the one that the configuration names.
  std::string baseline;        ///< The same.
  std::string write_baseline;  ///< Writes the findings there and reports none.
  std::string stdin_filename;  ///< What "-" is taken for.
  std::int64_t today = 0;      ///< The day of checking, since 1970: facts are judged by it.
};

struct LintOutcome {
  LintTotals totals;
  std::vector<std::string> refused;   ///< Files that could not be checked, and why.
  std::vector<std::string> warnings;  ///< What was read and is of no use, each once.
};

/// All bytes of a file, or of standard input for "-"; at most 2 GB.
[[nodiscard]] Result<std::string> read_copy(const std::string& file);

/// What judges copy: rules, and a model that may be absent. Borrowed.
struct Judges {
  const Rules& rules;
  const ManipulationModel* model = nullptr;
};

/// Lints `files`; a folder stands for the files below it that hold copy. Output goes to `out` in
/// pieces. A file that cannot be read, or is no text, is told of and the rest goes on. Refuses an
/// unreadable configuration, fact or baseline.
[[nodiscard]] Result<LintOutcome> lint_files(const std::vector<std::string>& files,
                                             const LintOptions& options, const Judges& judges,
                                             const Pool& pool, const FindingWriter::Out& out);

}  // namespace attune
