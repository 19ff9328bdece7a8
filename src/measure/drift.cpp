// SPDX-License-Identifier: Apache-2.0
//
// Idea. Evidence for the raised rate is summed and evidence against it forgotten below 0, so that a
// drift starts from nothing however long the quiet before. The limit is simulated: quiet streams
// are drawn from the distribution of a usual bucket, each leaves its largest sum, and their median
// is the limit that half of them pass within ln 2 of the run length wanted.
//
// When it applies. The usual rate is known: an error of it adds up like a drift and sounds the
// alarm too (docs/operating-curve.md). Only rises are seen. The sum is not reset by an alarm; that
// is the caller's. A limit holds for the mean, dispersion and k that it was made for.
//
// What it costs. O(1) a bucket. A limit is O(counts + streams × buckets × log counts), counts being
// those that a bucket may hold and buckets at most ln 2 of kLongest.
//
// Source. E. S. Page, Continuous inspection schemes, Biometrika 41 (1954); G. Rossi, L. Lampugnani,
// M. Marchi, Statistics in Medicine 18 (1999); G. Lorden, Annals of Mathematical Statistics 42
// (1971).
//
// Tested in emergence_test.cpp, Poisson only: the sum by its formula, the run length on streams.
#include "measure/drift.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/random.h"
#include "measure/chance.h"

namespace attune {

namespace {

/// ln of the chance of `count` under k times the mean over that under the mean.
double evidence(const Drift& drift, double count, double mean) {
  const double usual = drift.dispersion * mean;
  const double shift = std::log1p(drift.k * usual) - std::log1p(usual);
  const double rest = drift.dispersion > 1e-9 ? shift / drift.dispersion : (drift.k - 1) * mean;
  return count * (std::log(drift.k) - shift) - rest;
}

/// Cumulative distribution of the count of a usual bucket, up to where it is 1 in a billion.
std::vector<double> distribution(double mean, double dispersion) {
  std::vector<double> up_to;
  double sum = 0;
  const double spread = std::sqrt(mean + dispersion * mean * mean);
  const auto most = static_cast<std::size_t>(mean + 20 * spread + 50);
  while (up_to.size() < most && sum < 1 - 1e-9) {
    sum += std::exp(log_chance_of(up_to.size(), mean, dispersion));
    up_to.push_back(sum);
  }
  return up_to;
}

}  // namespace

double drift_add(Drift& drift, std::uint64_t count, double expected) {
  drift.sum = std::max(0.0, drift.sum + evidence(drift, static_cast<double>(count), expected));
  drift.quiet = drift.sum > 0 ? drift.quiet + 1 : 0;
  return drift.sum;
}

double drift_limit(const DriftLimit& wanted) {
  // A quiet stream first passes h at a nearly exponential time of mean `quiet_buckets`; so half of
  // all streams have passed it after ln 2 of that: h is the median of the largest sums until then.
  // Beyond some 500 buckets the run length simply grows as e^h (Lorden 1971).
  constexpr double kLongest = 520;
  const double simulated = std::min(wanted.quiet_buckets, kLongest);
  const auto length =
      static_cast<std::size_t>(std::max(1.0, std::round(std::log(2.0) * simulated)));
  const std::vector<double> up_to = distribution(wanted.mean, wanted.dispersion);
  std::vector<double> largest(std::max<std::size_t>(wanted.streams, 1), 0);
  Random random(wanted.seed);
  for (double& most : largest) {
    Drift drift{.dispersion = wanted.dispersion, .k = wanted.k};
    for (std::size_t i = 0; i < length; ++i) {
      const auto at = std::lower_bound(up_to.begin(), up_to.end() - 1, random.uniform());
      const auto count = static_cast<std::uint64_t>(at - up_to.begin());
      most = std::max(most, drift_add(drift, count, wanted.mean));
    }
  }
  const auto middle = largest.begin() + static_cast<std::ptrdiff_t>(largest.size() / 2);
  std::nth_element(largest.begin(), middle, largest.end());
  return *middle + std::log(wanted.quiet_buckets / simulated);
}

}  // namespace attune
