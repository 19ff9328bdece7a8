// SPDX-License-Identifier: Apache-2.0
#pragma once

// Spherical k-means (Dhillon and Modha 2001) with k-means++ seeding (Arthur and Vassilvitskii 2007)
// by an exponential race: every row's chance comes from its own key, so that a row that is in two
// samples is as likely a seed in both, and clusterings of overlapping samples stay alike.

#include <cstdint>
#include <span>
#include <vector>

#include "themes/linear/matrix.h"

namespace attune {

struct Clustering {
  std::vector<std::uint32_t> cluster_of;  ///< Per row.
  Matrix centres;                         ///< clusters × d, length 1.
};

/// `rows` have length 1 (or 0); `keys` one a row. At most `k` clusters. O(rows · k · d · rounds).
[[nodiscard]] Clustering spherical_kmeans(const Matrix& rows, std::span<const std::uint64_t> keys,
                                          std::size_t k, std::uint64_t seed, const Pool& pool);

/// Mean directions of given clusters (k × d, length 1; 0 where a cluster is empty). A label of k or
/// more stands for no cluster.
[[nodiscard]] Matrix centres_of(const Matrix& rows, std::span<const std::uint32_t> cluster_of,
                                std::size_t k);

struct Nearest {
  std::uint32_t cluster = 0;
  float cosine = -1.0F;
};

/// The nearest centre of every row; the first of equals.
[[nodiscard]] std::vector<Nearest> nearest_centres(const Matrix& rows, const Matrix& centres,
                                                   const Pool& pool);

}  // namespace attune
