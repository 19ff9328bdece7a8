// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `attune eval copy --json` counted, kept beside the models: models/copy/measured.json.

#include <string>

#include "attune/copy_quality.h"
#include "attune/result.h"

namespace attune {

struct MeasuredRules : CopyQuality {
  std::string set;  ///< Which lines, in words.
};

/// Reads such a file; nothing is measured where there is none. Refuses another file.
[[nodiscard]] Result<MeasuredRules> read_measured_rules(const std::string& path);

}  // namespace attune
