// SPDX-License-Identifier: Apache-2.0
#pragma once

// The problems of a corpus in their order, and how sure it is that the first of them are the first.

#include <cstddef>

#include "problems/ranking/ranking.h"
#include "problems/topics.h"

namespace attune::problems {

struct Struggles {
  FoundTopics found;  ///< Without its topics: these are in the ranking.
  Ranking ranking;    ///< Trends judged.
  std::size_t steady =
      2;  ///< How many of the first other groupings confirm; problems/regrouping.h.
};

/// Costs five groupings; of a large file four of them are of a few thousand messages, and none is
/// made once the order is known to be open.
[[nodiscard]] Struggles find_struggles(const TopicSource& source, const TopicOptions& options,
                                       const Pool& pool);

}  // namespace attune::problems
