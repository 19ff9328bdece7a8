// SPDX-License-Identifier: Apache-2.0
#pragma once

// The negative-binomial cumulative sum (Page 1954; Rossi, Lampugnani and Marchi 1999 for counts):
// an alarm for slow drift that needs no memory but one number. After each bucket the log likelihood
// ratio of "rate × k" over "rate" is added, and never falls below 0; the alarm sounds at a limit h
// that simulation sets so that a quiet stream sounds it once in `quiet_buckets`.
//
//   Drift drift{.dispersion = 0.02};
//   const double h = drift_limit({.mean = 12, .dispersion = 0.02});
//   if (drift_add(drift, count, expected) >= h) …

#include <cstddef>
#include <cstdint>

namespace attune {

/// The state of one stream. A plain value: store it, copy it.
struct Drift {
  double dispersion = 0;  ///< a ≥ 0; variance m + a m².
  double k = 1.5;         ///< The shift that it is tuned to, > 1.
  double sum = 0;         ///< The cumulative sum, ≥ 0.
  std::size_t quiet = 0;  ///< Buckets since the sum was last 0: the drift began that long ago.
};

/// Takes in one bucket and returns the sum. `expected` > 0 is the mean of the count under the usual
/// rate (rate × exposure).
double drift_add(Drift& drift, std::uint64_t count, double expected);

struct DriftLimit {
  double mean = 10;  ///< Expected count of a usual bucket, > 0.
  double dispersion = 0;
  double k = 1.5;
  double quiet_buckets = 52;  ///< Mean run length of a quiet stream until a false alarm.
  std::uint64_t seed = 1;
  std::size_t streams = 2000;  ///< Simulated.
};

/// The limit h of the sum, in log likelihood units, from simulated quiet streams.
[[nodiscard]] double drift_limit(const DriftLimit& wanted);

}  // namespace attune
