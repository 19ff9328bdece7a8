// SPDX-License-Identifier: Apache-2.0
#pragma once

// What each clause is about ("the desk staff") and how it is spoken of.

#include <vector>

#include "attune/reading.h"
#include "understand/patterns.h"

namespace attune {

/// One list a clause, each in order of the text and not overlapping.
[[nodiscard]] std::vector<std::vector<Aspect>> find_aspects(const Parse& parse);

}  // namespace attune
