// SPDX-License-Identifier: Apache-2.0
#include "measure/trend.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "base/random.h"

namespace attune {

namespace {

constexpr double kZ95 = 1.959963984540054;
constexpr double kPrior = 5;           // People that the prior is worth on each side.
constexpr double kSmallestSide = 0.1;  // Share of all exposure that each side of a change needs.

struct Side {
  double count = 0;
  double of = 0;
};

Side sum(std::span<const Bucket> buckets) {
  Side side;
  for (const Bucket& bucket : buckets) {
    side.count += static_cast<double>(bucket.count);
    side.of += static_cast<double>(bucket.of);
  }
  return side;
}

/// Pearson's χ² over its degrees of freedom around the two-rate fit; at least 1.
double over_dispersion(std::span<const Bucket> buckets, std::size_t split) {
  double chi = 0;
  double cells = 0;
  for (const auto half : {buckets.first(split), buckets.subspan(split)}) {
    const Side side = sum(half);
    for (const Bucket& bucket : half) {
      const double expected = static_cast<double>(bucket.of) * (side.count + 0.5) / (side.of + 1);
      if (expected < 0.5) continue;
      chi += std::pow(static_cast<double>(bucket.count) - expected, 2) / expected;
      ++cells;
    }
  }
  return cells > 3 ? std::max(1.0, chi / (cells - 2)) : 1.0;
}

struct Scan {
  double statistic = 0;
  std::size_t at = 0;
};

/// Largest log likelihood ratio of "the rate rose at bucket `at`" over "one rate".
Scan scan_rise(const std::vector<double>& counts, const std::vector<double>& exposure) {
  const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
  const double of = std::accumulate(exposure.begin(), exposure.end(), 0.0);
  const auto term = [](double count, double expected) {
    return count > 0 ? count * std::log(count / expected) : 0.0;
  };
  Scan best;
  Side before;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    before.count += counts[i - 1];
    before.of += exposure[i - 1];
    const Side after{.count = all - before.count, .of = of - before.of};
    if (before.of < kSmallestSide * of || after.of < kSmallestSide * of) continue;
    if (after.count * before.of <= before.count * after.of) continue;
    const double ratio =
        term(before.count, all * before.of / of) + term(after.count, all * after.of / of);
    if (ratio > best.statistic) best = {.statistic = ratio, .at = i};
  }
  return best;
}

/// Draws that do as well after which a trend is plainly chance (Besag and Clifford 1991).
constexpr std::size_t kEnoughAsLarge = 20;

/// How often `total` events thrown onto the buckets by exposure alone give so large a statistic.
double chance_of(const std::vector<double>& exposure, std::int64_t total, double statistic,
                 const TrendOptions& options) {
  std::vector<double> up_to(exposure.size());
  std::partial_sum(exposure.begin(), exposure.end(), up_to.begin());
  Random random(options.seed);
  std::size_t as_large = 0;
  std::vector<double> counts(exposure.size());
  for (std::size_t draw = 0; draw < options.draws; ++draw) {
    std::fill(counts.begin(), counts.end(), 0.0);
    for (std::int64_t thrown = 0; thrown < total; ++thrown) {
      const auto at =
          std::upper_bound(up_to.begin(), up_to.end() - 1, random.uniform() * up_to.back());
      counts[static_cast<std::size_t>(at - up_to.begin())] += 1;
    }
    if (scan_rise(counts, exposure).statistic < statistic) continue;
    if (++as_large == kEnoughAsLarge)
      return static_cast<double>(as_large) / static_cast<double>(draw + 1);
  }
  return static_cast<double>(as_large + 1) / static_cast<double>(options.draws + 1);
}

/// The first bucket of the later half of the exposure.
std::size_t middle(std::span<const Bucket> buckets) {
  const double all = sum(buckets).of;
  double so_far = 0;
  std::size_t at = 0;
  while (at + 1 < buckets.size() && so_far + static_cast<double>(buckets[at].of) / 2 < all / 2) {
    so_far += static_cast<double>(buckets[at++].of);
  }
  return std::max<std::size_t>(at, 1);
}

}  // namespace

TrendTest trend_of(std::span<const Bucket> buckets, const TrendOptions& options) {
  TrendTest test;
  const auto wrote =
      std::count_if(buckets.begin(), buckets.end(), [](const Bucket& b) { return b.of > 0; });
  const Side all = sum(buckets);
  if (wrote < 4 || all.count < static_cast<double>(options.fewest)) return test;

  const std::size_t split = middle(buckets);
  const Side early = sum(buckets.first(split));
  const Side late = sum(buckets.subspan(split));
  if (early.of <= 0 || late.of <= 0) return test;
  const double rate = all.count / all.of;
  const double phi = over_dispersion(buckets, split);
  const double early_rate = (early.count + kPrior) / (early.of + kPrior / rate);
  const double late_rate = (late.count + kPrior) / (late.of + kPrior / rate);
  const double spread =
      kZ95 * std::sqrt(phi * (1 / (early.count + kPrior) + 1 / (late.count + kPrior)));
  test.trend.known = true;
  test.trend.ratio = late_rate / early_rate;
  test.trend.interval = {.low = test.trend.ratio * std::exp(-spread),
                         .high = test.trend.ratio * std::exp(spread)};

  // Over-dispersed counts hold less evidence than their number says: the scan sees count / phi
  // events.
  std::vector<double> counts;
  std::vector<double> exposure;
  for (const Bucket& bucket : buckets) {
    counts.push_back(static_cast<double>(bucket.count) / phi);
    exposure.push_back(static_cast<double>(bucket.of));
  }
  const Scan rise = scan_rise(counts, exposure);
  if (rise.at == 0) return test;
  test.p = chance_of(exposure, std::llround(all.count / phi), rise.statistic, options);
  test.trend.since = buckets[rise.at].from;
  return test;
}

double trend_weight(const Trend& trend) {
  return trend.known ? std::clamp(trend.ratio, 0.5, 2.0) : 1.0;
}

}  // namespace attune
