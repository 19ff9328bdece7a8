// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/pool.h"

namespace attune {

/// What the methods of measure give for fixed numbers, as JSON Lines: independent of every text.
[[nodiscard]] std::string measure_values(const Pool& pool);

}  // namespace attune
