// SPDX-License-Identifier: Apache-2.0
#pragma once

// How good the checks of copy are, on lines that people labelled: JSON Lines with `text`,
// `manipulative` (1 or 0) and, where it presses, `kind`.

#include <span>
#include <string>

#include "attune/copy_quality.h"
#include "attune/result.h"
#include "engine/copy/copy_model.h"
#include "lint/rules.h"

namespace attune {

/// Checks every line of `files` as `attune lint --lines` does, without settings, and counts.
/// Refuses a file that cannot be read, and a line without a text or a label.
[[nodiscard]] Result<CopyQuality> judge_copy(std::span<const std::string> files, const Rules& rules,
                                             const CopyModel& model);

}  // namespace attune
