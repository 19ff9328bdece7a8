// SPDX-License-Identifier: Apache-2.0
//
// Idea. Wilson's interval holds the shares that the count seen does not refute, so it never leaves
// [0, 1] and has a width where nobody or everybody is counted. Benjamini and Hochberg go up the
// sorted p-values for the last that lies under its part of the rate: all up to there are
// discoveries, the ones that lie over their own part too.
//
// When it applies. Each one counted answers for themselves (clusters: labels.h); counts need not be
// whole. There is no correction for continuity: coverage is 95 % on average, not at least. The rate
// holds for p-values that do not depend on each other. Ties keep the order given.
//
// What it costs. O(1) an interval, O(n log n) for n p-values or a quantile, which sorts a copy.
//
// Source. E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA
// 22 (1927); Y. Benjamini, Y. Hochberg, Controlling the false discovery rate, JRSS B 57 (1995).
//
// Tested in measure_test.cpp on the numbers of Newcombe (1998) and of Benjamini and Hochberg
// (1995); coverage in bench/simulate_test.cpp.
#include "measure/interval.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune {

namespace {
constexpr double kZ95 = 1.959963984540054;
}

Interval wilson(double count, double of) {
  if (of <= 0) return {.low = 0, .high = 1};
  const double p = count / of;
  const double z2 = kZ95 * kZ95;
  const double middle = (p + z2 / (2 * of)) / (1 + z2 / of);
  const double half = kZ95 * std::sqrt(p * (1 - p) / of + z2 / (4 * of * of)) / (1 + z2 / of);
  return {.low = count <= 0 ? 0 : std::max(0.0, middle - half),
          .high = count >= of ? 1 : std::min(1.0, middle + half)};
}

Share share_of(std::uint64_t count, std::uint64_t of) {
  return {.count = count,
          .of = of,
          .interval = wilson(static_cast<double>(count), static_cast<double>(of))};
}

Share read_share_of(std::uint64_t count, std::uint64_t of, double error) {
  Share share = share_of(count, of);
  const double value = share.value();
  if (value <= 0) return share;
  const double read = 1.96 * error;
  const auto wider = [&](double end) {
    return std::hypot(std::log(value / std::max(end, 1e-12)), read);
  };
  const double low = value * std::exp(-wider(share.interval.low));
  const double high = value * std::exp(wider(share.interval.high));
  share.interval = {.low = std::min(low, share.interval.low),
                    .high = std::min(1.0, std::max(high, share.interval.high))};
  return share;
}

Direction direction_of(const Interval& interval) {
  if (interval.high < 0) return Direction::lower;
  return interval.low > 0 ? Direction::higher : Direction::open;
}

std::vector<bool> discoveries(const std::vector<double>& p_values, double rate) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  std::size_t last = 0;  // How many of the smallest are discoveries.
  for (std::size_t i = 0; i < order.size(); ++i) {
    const double limit = rate * static_cast<double>(i + 1) / static_cast<double>(order.size());
    if (p_values[order[i]] <= limit) last = i + 1;
  }
  std::vector<bool> found(p_values.size(), false);
  for (std::size_t i = 0; i < last; ++i) found[order[i]] = true;
  return found;
}

std::vector<double> q_values(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  std::vector<double> q(p_values.size(), 1);
  double smallest = 1;
  for (std::size_t i = order.size(); i-- > 0;) {
    const double raw =
        p_values[order[i]] * static_cast<double>(order.size()) / static_cast<double>(i + 1);
    smallest = std::min(smallest, raw);
    q[order[i]] = smallest;
  }
  return q;
}

double quantile(std::vector<double> values, double q) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const double at = std::clamp(q, 0.0, 1.0) * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  const double part = at - static_cast<double>(below);
  return values[below] + part * (values[above] - values[below]);
}

}  // namespace attune
