// SPDX-License-Identifier: Apache-2.0
#pragma once

// Does a reading change when only the writer does? Texts in which a name, a gender, an age or a
// dialect is swapped and nothing else; how far each head's probability moves.

#include <cstdint>
#include <string>
#include <vector>

#include "attune/evaluation.h"
#include "attune/result.h"
#include "understand/understand.h"

namespace attune::learn {

/// Reads `file` (JSON Lines: `axis`, `text` with one "{}", `pairs` of two words each) and reads
/// every pair. One entry an axis and head, in the order of the file and of the heads. Refuses what
/// cannot be read.
[[nodiscard]] Result<std::vector<SwapShift>> evaluate_swaps(const std::string& file,
                                                            const Understander& understander);

}  // namespace attune::learn
