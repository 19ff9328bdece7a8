// SPDX-License-Identifier: Apache-2.0
//
// Idea. Two answers for a theme. Whether it moved is Fisher's test: all tables with the same sums
// are weighed against the one seen, in logarithms, since their numbers are beyond a double. By how
// much is Newcombe's interval: distances from each share to the ends of its Wilson interval, joined
// as two legs of a right angle. Where the test sees no move, the interval decides whether
// "unchanged" may be said.
//
// When it applies. The two rounds are taken for different people: who answers in both counts as
// two. A theme that did not move for sure and may have moved by an amount that matters is unclear.
//
// What it costs. O(people who speak of it, or those of the smaller round where they are fewer) for
// each pair's p, and O(n log n) to correct n pairs.
//
// Source. R. G. Newcombe, Interval estimation for the difference between independent proportions,
// Statistics in Medicine 17 (1998), method 10; R. A. Fisher, The Design of Experiments (1935).
//
// Tested in compare_test.cpp on Newcombe's table II and Fisher's tea taster; the interval's
// coverage in bench/simulate_test.cpp.
#include "measure/compare.h"

#include <algorithm>
#include <cmath>

#include "measure/chance.h"
#include "measure/interval.h"

namespace attune {

namespace {

double share(std::uint64_t count, std::uint64_t of) {
  return of == 0 ? 0 : static_cast<double>(count) / static_cast<double>(of);
}

double log_choose(double n, double k) {
  return log_gamma(n + 1) - log_gamma(k + 1) - log_gamma(n - k + 1);
}

Turn turn_of(const RoundPair& pair, const RoundChange& change, const RoundOptions& options) {
  if (pair.old_of == 0 || pair.new_of == 0) return Turn::unclear;
  const double before = share(pair.old_count, pair.old_of);
  const double after = share(pair.new_count, pair.new_of);
  if (change.q <= options.false_discoveries) {
    const bool more = change.difference > 0;
    if (more && before <= options.hardly * after) return Turn::fresh;
    if (!more && after <= options.hardly * before) return Turn::solved;
    return more == options.more_is_worse ? Turn::worse : Turn::better;
  }
  const double matters = std::max(options.smallest_points, options.smallest_part * before);
  const bool within = change.interval.low > -matters && change.interval.high < matters;
  return within ? Turn::unchanged : Turn::unclear;
}

}  // namespace

Interval difference_interval(double old_count, double old_of, double new_count, double new_of) {
  if (old_of <= 0 || new_of <= 0) return {.low = -1, .high = 1};
  const double before = old_count / old_of;
  const double after = new_count / new_of;
  const Interval a = wilson(old_count, old_of);
  const Interval b = wilson(new_count, new_of);
  const double down = std::hypot(after - b.low, a.high - before);
  const double up = std::hypot(b.high - after, before - a.low);
  return {.low = std::max(-1.0, after - before - down), .high = std::min(1.0, after - before + up)};
}

double same_share_p(std::uint64_t old_count, std::uint64_t old_of, std::uint64_t new_count,
                    std::uint64_t new_of) {
  if (old_of == 0 || new_of == 0) return 1;
  const auto a = static_cast<double>(old_of);
  const auto b = static_cast<double>(new_of);
  const auto both = static_cast<double>(old_count + new_count);
  // ln of the hypergeometric chance of k of the `both` in the old round, less that of what was
  // seen.
  const auto log_weight = [&](double k) { return log_choose(a, k) + log_choose(b, both - k); };
  const auto seen = static_cast<double>(old_count);
  const double level = log_weight(seen);
  constexpr double kEqual = 1e-9;
  double as_unlikely = 0;
  double equal = 0;
  double all = 0;
  const auto first = static_cast<std::uint64_t>(std::max(0.0, both - b));
  const auto last = static_cast<std::uint64_t>(std::min(a, both));
  for (std::uint64_t k = first; k <= last; ++k) {
    const double relative = log_weight(static_cast<double>(k)) - level;
    const double weight = std::exp(relative);
    all += weight;
    if (std::abs(relative) <= kEqual)
      equal += weight;
    else if (relative < 0)
      as_unlikely += weight;
  }
  return std::min(1.0, (as_unlikely + equal / 2) / all);
}

std::vector<RoundChange> compare_rounds(std::span<const RoundPair> pairs,
                                        const RoundOptions& options) {
  std::vector<RoundChange> changes;
  std::vector<double> p;
  for (const RoundPair& pair : pairs) {
    RoundChange change;
    if (pair.old_of > 0 && pair.new_of > 0) {
      change.difference = share(pair.new_count, pair.new_of) - share(pair.old_count, pair.old_of);
      change.interval = difference_interval(
          static_cast<double>(pair.old_count), static_cast<double>(pair.old_of),
          static_cast<double>(pair.new_count), static_cast<double>(pair.new_of));
      change.p = same_share_p(pair.old_count, pair.old_of, pair.new_count, pair.new_of);
    }
    p.push_back(change.p);
    changes.push_back(change);
  }
  const std::vector<double> q = q_values(p);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    changes[i].q = q[i];
    changes[i].turn = turn_of(pairs[i], changes[i], options);
  }
  return changes;
}

}  // namespace attune
