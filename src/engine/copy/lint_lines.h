// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lints texts given as JSON Lines: {"text": …, "id": …, "context": …, "recipient": {…}}.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/finding.h"
#include "attune/lint.h"
#include "attune/result.h"
#include "base/pool.h"
#include "engine/copy/copy_model.h"
#include "lint/config.h"
#include "lint/facts/facts.h"
#include "lint/output/output.h"
#include "lint/rules.h"

namespace attune {

struct LinesContext {
  const Rules& rules;
  const CopyModel& model;
  const LintConfig& config;
  const Facts* facts = nullptr;
  std::int64_t today = 0;                ///< The day of checking, since 1970.
  const Selection* selection = nullptr;  ///< Rules for this run; null: as settled.
};

/// One answer for each line, in input order, whatever the number of threads. Lines that are no JSON
/// object, or whose "text" is not a string, are rejected, and the rest goes on.
[[nodiscard]] LinesOutcome lint_lines(std::string_view jsonl, const LinesContext& context,
                                      const Pool& pool, const FindingWriter::Out& out);

}  // namespace attune
