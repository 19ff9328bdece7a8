// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "attune/preview.h"

namespace attune {

/// What `explain --dry-run` says: what was assumed, then each record field by field. Fit for a
/// terminal.
[[nodiscard]] std::string preview_text(const Preview& preview);

}  // namespace attune
