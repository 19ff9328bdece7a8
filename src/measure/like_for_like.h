// SPDX-License-Identifier: Apache-2.0
#pragma once

// A row of counts as it would be had the mix of those who write stayed the same.
//
// People come in strata (brand, source). Where one stratum begins half-way and always speaks more
// of a thing, all together speak more of it, though nobody does. So only strata that are there in
// both halves are compared, each with itself:
// - in each stratum the heavier half is weighted down to the lighter, so that both halves hold the
//   same mix and no more certainty than the lighter half gives;
// - a bucket is set against what its mix would make one expect: Σ over strata of its people times
//   the stratum's own rate over the whole period (indirect standardisation; within balanced halves
//   it leaves their ratio as it is).

#include <cstddef>
#include <span>

#include "measure/emergence.h"

namespace attune {

/// `strata`: series of one length, at least one; those without any count may be left out. `split`:
/// first bucket of the later half. Counts are rounded so that every sum from the first bucket on is
/// right to a half; exposures are expected counts, people no longer. All zero where no stratum is
/// there in both halves.
[[nodiscard]] Series like_for_like(std::span<const Series> strata, std::size_t split);

}  // namespace attune
