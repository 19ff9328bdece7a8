// SPDX-License-Identifier: Apache-2.0
#pragma once

// Days on which nobody wrote: the zeros of clocks (1970-01-01, 1900-01-01 …), slips of the pen
// (0206, 2062). One of them would stretch the period over half a century, and no trend could be
// seen in it. Such days are taken as unknown, and that is said.

#include <cstdint>
#include <vector>

#include "problems/corpus.h"

namespace attune::problems {

/// Days from `first` to `last` are believed; none if `last` is before `first`.
struct LikelyDays {
  std::int32_t first = 0;
  std::int32_t last = -1;
};

/// What is years away from all others and rare, at either end, is not believed; zeros of clocks are
/// not, however many they are. A thin early part of a history stays: it has neighbours, or years of
/// its own weight.
[[nodiscard]] LikelyDays likely_days(std::vector<std::int32_t> days);

/// Takes the odd days of `corpus` as unknown, and says so.
void forget_odd_days(Corpus& corpus);

}  // namespace attune::problems
