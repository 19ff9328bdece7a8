// SPDX-License-Identifier: Apache-2.0
#pragma once

// Does a reading change when only the writer does? Texts in which a name, a gender, an age or a
// dialect is swapped and nothing else; how far each head's probability moves.

#include <cstdint>
#include <string>
#include <vector>

#include "attune/result.h"
#include "understand/understand.h"

namespace attune {

/// How far one head moves along one axis.
struct SwapShift {
  std::string axis;  ///< "names", "gender", "age", "dialect".
  std::string head;  ///< An emotion, "complaint", "suggestion", "politeness", "intensity",
                     ///< "valence" (brought to [0, 1]).
  std::size_t pairs = 0;
  double mean = 0;  ///< Of |Δp|, in [0, 1].
  double bias = 0;  ///< Mean of p(second) − p(first): to which side.
};

/// Reads `file` (JSON Lines: `axis`, `text` with one "{}", `pairs` of two words each) and reads
/// every pair. One entry an axis and head, in the order of the file and of the heads. Refuses what
/// cannot be read.
[[nodiscard]] Result<std::vector<SwapShift>> evaluate_swaps(const std::string& file,
                                                            const Understander& understander);

}  // namespace attune
