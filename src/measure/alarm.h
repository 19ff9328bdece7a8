// SPDX-License-Identifier: Apache-2.0
#pragma once

// Does something rise just now? Asked again after every bucket of a stream.
//
// Idea. emergence.h says how likely each series' rise is by chance, late changes weighing more. An
// alarm may be false as often over a whole period of watching as a look back is once, so each look
// spends its part of that rate; looks share most of their buckets, so false alarms repeat rather
// than add up, and the part is larger than an even one. Benjamini and Hochberg (1995) corrects over
// the series of one look. Measured beside EARS C2 and NB-CUSUM: docs/operating-curve.md.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "measure/emergence.h"

namespace attune {

struct AlarmOptions {
  double false_discoveries = 0.05;  ///< Rate over one period of watching, spent over `looks`.
  std::size_t looks = 26;           ///< Buckets of one period.
  std::uint64_t fewest = 5;         ///< People that the rise itself must hold.
  double smallest_ratio = 1.2;      ///< A rise smaller than this sounds no alarm.
};

/// Which series sound an alarm now; parallel to `so_far`, which holds all buckets up to now.
[[nodiscard]] std::vector<bool> alarms(std::span<const Series> so_far, const AlarmOptions& options);

}  // namespace attune
