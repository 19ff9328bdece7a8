// SPDX-License-Identifier: Apache-2.0
//
// Idea. The period is cut where half of the exposure lies behind, not half of the buckets: so about
// as many people are read on either side. The ratio is shrunk and its interval is not; the ratio is
// then kept within the interval. The variance of a side's logarithm is that of its count and of its
// buckets' swings, uneven buckets counting as fewer.
//
// When it applies. From four buckets and `fewest` people on. Only rises are tested: p stays 1 for
// what falls, and "shrinking" rests on the interval of one problem, not corrected for many.
//
// What it costs. O(buckets) for each problem, that of emergence() over all, and O(n log n) to
// correct n problems.
//
// Source. J. J. Gart (1966), for the half added to counts; Y. Benjamini, Y. Hochberg, Controlling
// the false discovery rate, JRSS B 57 (1995). The cut by exposure and the verdicts are ours.
//
// Tested in measure_test.cpp, verdicts on both sides of their lines; coverage and recall in
// bench/simulate_test.cpp.
#include "measure/trend.h"

#include <algorithm>
#include <cmath>

#include "measure/emergence.h"
#include "measure/interval.h"
#include "measure/like_for_like.h"

namespace attune {

namespace {

constexpr double kZ95 = 1.959963984540054;
constexpr double kPrior = 5;   // People that the prior is worth on each side.
constexpr double kHalf = 0.5;  // Added to counts under a logarithm (Gart 1966).
constexpr std::size_t kFewestBuckets = 4;

struct Side {
  double count = 0;
  double of = 0;
  double squares = 0;  // Σ of².
};

/// Of the buckets [first, last).
Side sum(const Series& series, std::size_t first, std::size_t last) {
  Side side;
  for (std::size_t i = first; i < last; ++i) {
    const double of = series.exposure[i];
    side.count += static_cast<double>(series.counts[i]);
    side.of += of;
    side.squares += of * of;
  }
  return side;
}

/// Variance of the logarithm of the side's rate.
double log_variance(const Side& side, double dispersion) {
  return 1 / (side.count + kHalf) + dispersion * side.squares / (side.of * side.of);
}

/// The first bucket of the later half of the exposure.
std::size_t middle(std::span<const Bucket> buckets) {
  double all = 0;
  for (const Bucket& bucket : buckets) all += static_cast<double>(bucket.of);
  double so_far = 0;
  std::size_t at = 0;
  while (at + 1 < buckets.size() && so_far + static_cast<double>(buckets[at].of) / 2 < all / 2) {
    so_far += static_cast<double>(buckets[at++].of);
  }
  return std::max<std::size_t>(at, 1);
}

/// Later half over earlier half.
void compare_halves(const Series& series, std::size_t split, double dispersion, Trend& trend) {
  const Side early = sum(series, 0, split);
  const Side late = sum(series, split, series.counts.size());
  if (early.of <= 0 || late.of <= 0) return;
  trend.known = true;
  const double rate = (early.count + late.count) / (early.of + late.of);
  const double early_rate = (early.count + kPrior) / (early.of + kPrior / rate);
  const double late_rate = (late.count + kPrior) / (late.of + kPrior / rate);
  const double seen = (late.count + kHalf) / late.of * early.of / (early.count + kHalf);
  const double spread = std::min(kMostSpread, kZ95 * std::sqrt(log_variance(early, dispersion) +
                                                               log_variance(late, dispersion)));
  trend.interval = {.low = seen * std::exp(-spread), .high = seen * std::exp(spread)};
  trend.ratio = std::clamp(late_rate / early_rate, trend.interval.low, trend.interval.high);
}

/// What is judged of a course; `split` is the first bucket of its later half.
Series series_of(const Course& course, std::size_t split) {
  Series series;
  if (course.stratified && !course.strata.empty()) return like_for_like(course.strata, split);
  for (const Bucket& bucket : course.buckets) {
    series.counts.push_back(bucket.count);
    series.exposure.push_back(static_cast<double>(bucket.of));
  }
  return series;
}

/// Marks those that are discoveries among all, and says of each what it is called.
void judge(std::vector<TrendTest>& tests, double false_discoveries) {
  std::vector<double> p_values;
  p_values.reserve(tests.size());
  for (const TrendTest& test : tests) p_values.push_back(test.p);
  const std::vector<bool> real = discoveries(p_values, false_discoveries);
  for (std::size_t i = 0; i < tests.size(); ++i) {
    Trend& trend = tests[i].trend;
    trend.significant = real[i];
    if (!real[i]) trend.since.clear();
    trend.verdict = trend_verdict(trend);
  }
}

bool enough(const Series& series, const TrendOptions& options) {
  const auto wrote = static_cast<std::size_t>(std::count_if(
      series.exposure.begin(), series.exposure.end(), [](double of) { return of > 0; }));
  return wrote >= kFewestBuckets &&
         sum(series, 0, series.counts.size()).count >= static_cast<double>(options.fewest);
}

}  // namespace

std::vector<TrendTest> trends_of(std::span<const Course> courses, const TrendOptions& options) {
  std::vector<Series> series;
  std::vector<std::size_t> splits;
  std::size_t longest = 0;
  for (const Course& course : courses) {
    splits.push_back(middle(course.buckets));
    series.push_back(series_of(course, splits.back()));
    longest = std::max(longest, course.buckets.size());
  }
  const std::vector<Dispersion> dispersion = dispersions(series);
  constexpr std::size_t kPartOfHistory = 8;
  std::vector<Emergence> rise(courses.size());
  if (options.tested)
    rise = emergence(series, {.history = std::max<std::size_t>(2, longest / kPartOfHistory)});
  std::vector<TrendTest> tests(courses.size());
  for (std::size_t i = 0; i < courses.size(); ++i) {
    if (!enough(series[i], options)) continue;
    compare_halves(series[i], splits[i], dispersion[i].value, tests[i].trend);
    if (!tests[i].trend.known || !rise[i].known || rise[i].ratio <= 1) continue;
    tests[i].p = rise[i].p;
    tests[i].trend.since = courses[i].buckets[rise[i].since].from;
  }
  judge(tests, options.false_discoveries);
  return tests;
}

std::vector<TrendTest> trends_of(std::span<const std::vector<Bucket>> problems,
                                 const TrendOptions& options) {
  std::vector<Course> courses(problems.size());
  for (std::size_t i = 0; i < problems.size(); ++i) courses[i].buckets = problems[i];
  return trends_of(courses, options);
}

TrendTest trend_of(std::span<const Bucket> buckets, const TrendOptions& options) {
  const std::vector<std::vector<Bucket>> one = {{buckets.begin(), buckets.end()}};
  return trends_of(one, options).front();
}

TrendVerdict trend_verdict(const Trend& trend) {
  if (!trend.known) return TrendVerdict::unknown;
  if (trend.significant && trend.ratio > 1) return TrendVerdict::growing;
  if (trend.interval.high < kSurelyLess) return TrendVerdict::shrinking;
  if (trend.interval.low > kSurelyMore) return TrendVerdict::may_be_growing;
  return TrendVerdict::steady;
}

double trend_weight(const Trend& trend) {
  return trend.known ? std::clamp(trend.ratio, 0.5, 2.0) : 1.0;
}

}  // namespace attune
