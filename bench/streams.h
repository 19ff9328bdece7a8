// SPDX-License-Identifier: Apache-2.0
#pragma once

// Streams with a known truth, and how well an alarm does on them: the operating curve of
// docs/operating-curve.md.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/pool.h"
#include "measure/emergence.h"

namespace attune {

/// `buckets` weeks of `themes` themes whose rates fall as Zipf's law; counts are negative binomial;
/// the weekly volume varies. One theme, chosen evenly, is said `planted` times as often from a week
/// chosen evenly in [first, last].
struct StreamPlan {
  std::size_t themes = 60;
  std::size_t buckets = 26;
  double volume = 3000;         ///< Mean messages a week, over all themes.
  double volume_swing = 0.2;    ///< Coefficient of variation of the volume.
  double zipf = 1.0;            ///< Rate of the r-th theme ∝ 1 / r^zipf.
  double dispersion = 0.02;     ///< Mean of the themes' own …
  double dispersion_shape = 2;  ///< … which vary by a gamma of this shape.
  double planted = 2;           ///< 1: nothing is planted.
  std::size_t first = 8, last = 22;
};

struct DrawnStream {
  std::vector<Series> series;
  std::size_t theme = 0;  ///< The planted one …
  std::size_t from = 0;   ///< … and its first bucket.
};

[[nodiscard]] DrawnStream draw_stream(const StreamPlan& plan, std::uint64_t seed);

/// Which themes sound an alarm now, given all buckets so far.
using Alarm = std::function<std::vector<bool>(std::span<const Series> so_far)>;

struct OperatingPoint {
  double recall = 0;             ///< Streams whose planted theme is alarmed from its week on.
  double false_discoveries = 0;  ///< Mean over streams of false themes among the alarmed ones.
  double false_per_stream = 0;
  double median_delay =
      0;              ///< Buckets from the planted week to the alarm, where alarmed; 0 = same.
  double prompt = 0;  ///< Streams alarmed within one bucket after the planted week.
};

/// Runs `alarm` after every bucket from `plan.first` on, in `streams` seeded streams. A theme
/// counts once, at its first alarm.
[[nodiscard]] OperatingPoint watch_streams(const StreamPlan& plan, const Alarm& alarm,
                                           std::size_t streams, std::uint64_t seed,
                                           const Pool& pool);

/// The look back after the last bucket, as a report makes it (measure/trend.h): found is what it
/// calls growing, `delay` the distance of "since" from the planted week.
[[nodiscard]] OperatingPoint look_back(const StreamPlan& plan, std::size_t streams,
                                       std::uint64_t seed, const Pool& pool);

/// attune's alarm (measure/alarm.h) as it stands.
[[nodiscard]] std::vector<bool> alarm_attune(std::span<const Series> so_far);
/// EARS C2 (Hutwagner and others 2003): above mean + `deviations` (3 in the original) of seven
/// buckets, two left out between, at least five people; on counts at the mean volume.
[[nodiscard]] std::vector<bool> alarm_ears_c2(std::span<const Series> so_far, double deviations);
/// NB-CUSUM (drift.h) for k = 1.5 with one false alarm in `quiet` buckets and theme; the rate is
/// that of the buckets before the sum last left 0.
[[nodiscard]] Alarm alarm_drift(double quiet);

}  // namespace attune
