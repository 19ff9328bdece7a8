// SPDX-License-Identifier: Apache-2.0
//
// Idea. Nothing is kept from look to look: all buckets up to now are judged anew, each series' p
// becomes the false discovery rate at which it would be told, and it sounds where that rate is
// within what one look may spend, kOverlap / looks of the whole. A rise must also hold enough
// people since it began and be large enough.
//
// When it applies. The caller keeps the series and asks once a bucket. What goes on rising may
// sound again at every look; what falls never does. kOverlap was set on streams of 26 weeks; for
// other periods the rate is not promised.
//
// What it costs. That of emergence() over all buckets so far, and O(n log n) to correct n series.
//
// Source. Y. Benjamini, Y. Hochberg, Controlling the false discovery rate, JRSS B 57 (1995); how
// the rate is spent over looks is ours, set by simulation (docs/operating-curve.md).
//
// Tested in alarm_test.cpp, each limit from both sides; recall and false alarms on simulated
// streams in bench/simulate_test.cpp.
#include "measure/alarm.h"

#include "measure/interval.h"

namespace attune {

namespace {

// How many times its even part a look may spend, as found by simulation (docs/operating-curve.md).
constexpr double kOverlap = 3;

}  // namespace

std::vector<bool> alarms(std::span<const Series> so_far, const AlarmOptions& options) {
  const std::vector<Emergence> found =
      emergence(so_far, {.look = Look::alarm, .fewest = options.fewest});
  std::vector<double> p_values;
  p_values.reserve(found.size());
  for (const Emergence& one : found) p_values.push_back(one.p);
  const std::vector<double> q = q_values(p_values);
  const double spend = options.false_discoveries * kOverlap / static_cast<double>(options.looks);
  std::vector<bool> out;
  out.reserve(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    out.push_back(found[i].count >= options.fewest && found[i].ratio >= options.smallest_ratio &&
                  q[i] <= spend);
  }
  return out;
}

}  // namespace attune
