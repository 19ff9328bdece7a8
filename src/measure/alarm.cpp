// SPDX-License-Identifier: Apache-2.0
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
