// SPDX-License-Identifier: Apache-2.0
#pragma once

// Groups of people side by side: brands, or the values of any column. Each share stands against all
// other groups together, and no number is shown that points at fewer than ten people, nor one that
// would give such a number away by subtraction.

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "attune/cohort.h"
#include "problems/topics.h"

namespace attune::problems {

/// What people are grouped by: the names, and the group of a message (or kNobody).
struct Grouped {
  const std::vector<std::string>& names;
  std::uint32_t CorpusMessage::*group;
  std::size_t most = 8;           ///< Groups shown by name; the rest is pooled.
  std::size_t fewest_units = 30;  ///< Of a group shown by name.
};

/// Largest first, the pool last; empty where fewer than two groups are left. `problems` are in
/// order of rank; the first five are compared.
[[nodiscard]] std::vector<Cohort> compare_cohorts(const Corpus& corpus, const Grouped& by,
                                                  std::span<const FoundTopic> problems);

}  // namespace attune::problems
