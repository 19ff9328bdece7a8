// SPDX-License-Identifier: Apache-2.0
#pragma once

// Populations with known shares, ranks, trends and effects, read by a classifier that errs, and how
// often attune's 95 % intervals hold the truth: docs/coverage.md.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/pool.h"

namespace attune {

struct Coverage {
  std::string interval;  ///< "share of people", …
  std::string setting;   ///< What was varied.
  double covered = 0;    ///< Part of the intervals that hold the truth.
  double width = 0;      ///< Mean.
};

/// Every table row from `populations` seeded populations each. Deterministic at any thread count.
[[nodiscard]] std::vector<Coverage> coverage_of_all(std::size_t populations, std::uint64_t seed,
                                                    const Pool& pool);

}  // namespace attune
