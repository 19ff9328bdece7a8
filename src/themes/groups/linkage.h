// SPDX-License-Identifier: Apache-2.0
#pragma once

// Joins the two nearest groups again and again (average linkage over cosine distance, by chains of
// nearest neighbours: Murtagh 1983). Memory is quadratic in the rows: for thousands, not more.

#include <cstdint>
#include <span>
#include <vector>

#include "themes/linear/matrix.h"

namespace attune {

struct Join {
  std::uint32_t kept = 0;  ///< A row of the first group; stands for the joined one from now on.
  std::uint32_t gone = 0;  ///< A row of the second.
  float distance = 0.0F;   ///< Mean cosine distance between their rows, in [0, 2].
};

/// rows - 1 joins, nearest first. `weights`: how many texts each row stands for.
[[nodiscard]] std::vector<Join> average_linkage(const Matrix& rows, std::span<const float> weights,
                                                const Pool& pool);

/// Groups after some of the joins: the fewest for which `k` of them weigh at least `least` (as many
/// as there ever are, if less). Rows of lighter groups get kNoGroup; groups are numbered by first
/// row.
inline constexpr std::uint32_t kNoGroup = 0xFFFFFFFF;
[[nodiscard]] std::vector<std::uint32_t> cut(std::span<const Join> joins,
                                             std::span<const float> weights, std::size_t k,
                                             float least);

}  // namespace attune
