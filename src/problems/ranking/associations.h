// SPDX-License-Identifier: Apache-2.0
#pragma once

// What goes along with a problem: one row for each unit, one column for each problem, and the
// unit's mean rating (or, without ratings, how pleasant its last message reads) as the outcome.

#include <cstdint>
#include <vector>

#include "attune/association.h"
#include "base/pool.h"
#include "problems/topics.h"

namespace attune::problems {

struct AssociationOptions {
  std::uint64_t seed = 1;
  bool first_look = false;  ///< Roughly: fewer draws, no shares.
};

/// What goes along with each topic; parallel to `topics`, and not known where there are too few.
[[nodiscard]] std::vector<Association> associations(const Corpus& corpus,
                                                    const std::vector<FoundTopic>& topics,
                                                    const AssociationOptions& options,
                                                    const Pool& pool);

}  // namespace attune::problems
