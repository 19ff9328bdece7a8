// SPDX-License-Identifier: Apache-2.0
#pragma once

// The strongest directions of a sparse matrix, by chance projections (Halko, Martinsson and Tropp
// 2011, with a power iteration and re-orthonormalisation). For symmetric, non-negative input such
// as PPMI the left factor is all that themes need.

#include <cstdint>
#include <vector>

#include "themes/linear/matrix.h"

namespace attune {

struct LeftFactor {
  Matrix vectors;               ///< rows × rank, orthonormal columns.
  std::vector<float> strength;  ///< Singular values, descending; one a column.
};

/// The `rank` strongest left singular vectors of `a` (fewer where `a` is smaller). Of two runs with
/// one seed the bytes are the same. O(entries · rank + rows · rank²).
[[nodiscard]] LeftFactor left_factor(const SparseMatrix& a, std::size_t rank, std::uint64_t seed,
                                     const Pool& pool);

}  // namespace attune
