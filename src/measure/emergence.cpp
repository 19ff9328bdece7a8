// SPDX-License-Identifier: Apache-2.0
//
// Idea. One walk moves bucket after bucket from the later side to the earlier and judges each cut.
// A tail that is plainly large is taken as it is; others are averaged over what the dispersion may
// be (three points) and what the past's swings may hide (five). Dispersion and its standard errors
// need each other: three rounds from a usual value, which stays in the mean as one more series.
//
// Dispersions are seen between buckets that expect something; others are taken together first.
//
// When it applies. Only rises are seen, each judged as if it lasted to the end. Ratio and interval
// are those of the cut that was chosen and do not pay for the choice, p does. Seasons are not taken
// out.
//
// What it costs. O(buckets) cuts a series, each of at most 16 tails of O(√people) steps (chance.h);
// O(series log series) to pool dispersions.
//
// Source. Y. Liu, J. Xie, Cauchy combination test, JASA 115 (2020); M. Kulldorff, JRSS A 164
// (2001); J. von Neumann, Annals of Mathematical Statistics 12 (1941); R. DerSimonian, N. Laird,
// Controlled Clinical Trials 7 (1986). kNested is ours, by simulation.
//
// Tested in emergence_test.cpp; recall and false discoveries in bench/simulate_test.cpp.
#include "measure/emergence.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "measure/chance.h"
#include "measure/interval.h"

namespace attune {

namespace {

constexpr double kZ95 = 1.959963984540054;
constexpr double kPi = 3.141592653589793;
constexpr double kPrior = 0.5;             // Jeffreys' prior for a rate: half a person.
constexpr double kUsualDispersion = 0.02;  // Where the data say little: one series, few buckets.
constexpr double kUsualError = 0.02;
constexpr double kTrimmed = 0.1;
// Squared differences of rarer counts are far from normal: one chance mention in a bucket that
// expects .05 says "dispersion 200". With one expected, their variance is a quarter more than that
// of normal ones.
constexpr double kFewestExpected = 1;
// Cauchy's combination is a little bold where the tests are nested; by this much at most, as found
// by simulation (docs/operating-curve.md).
constexpr double kNested = 1.5;

/// A stretch of buckets.
struct Stretch {
  double count = 0;
  double exposure = 0;
  double squares = 0;  // Σ exposure².
  void add(double more, double of) {
    count += more;
    exposure += of;
    squares += of * of;
  }
  /// Σ N² / (Σ N)²: 1 / (number of equal buckets).
  [[nodiscard]] double unevenness() const { return squares / (exposure * exposure); }
};

struct Estimate {
  double value = 0;
  double error = 1;       // Standard error, given the pooled dispersion.
  double roughness = 0;   // Mean of 1/m_i + 1/m_(i+1): the Poisson part of a squared difference.
  double unevenness = 2;  // Mean of u_i + u_(i+1): how much of the dispersion is in it.
  double pairs = 0;
};

/// The series cut into stretches of buckets, each as short as holds `least` exposure; what is left
/// at the end is dropped.
std::vector<Stretch> stretches(const Series& series, double least) {
  std::vector<Stretch> out;
  Stretch here;
  for (std::size_t i = 0; i < series.counts.size(); ++i) {
    if (series.exposure[i] <= 0) continue;
    here.add(static_cast<double>(series.counts[i]), series.exposure[i]);
    if (here.exposure < least) continue;
    out.push_back(here);
    here = {};
  }
  return out;
}

/// Dispersion of one series from squared differences of neighbouring rates.
Estimate own_dispersion(const Series& series) {
  Stretch all;
  for (std::size_t i = 0; i < series.counts.size(); ++i) {
    if (series.exposure[i] > 0) all.add(static_cast<double>(series.counts[i]), series.exposure[i]);
  }
  Estimate own;
  if (all.count <= 0) return own;
  const double rate = all.count / all.exposure;
  const std::vector<Stretch> parts = stretches(series, kFewestExpected / rate);
  if (parts.size() < 2) return own;
  own.pairs = static_cast<double>(parts.size() - 1);
  double sum = 0;
  double shares = 0;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const double last = 1 / (parts[i - 1].exposure * rate);
    const double here = 1 / (parts[i].exposure * rate);
    const double step = parts[i].count * here - parts[i - 1].count * last;
    sum += step * step - here - last;
    own.roughness += (here + last) / own.pairs;
    shares += parts[i].unevenness() + parts[i - 1].unevenness();
  }
  own.unevenness = shares / own.pairs;
  own.value = sum / shares;
  return own;
}

/// Standard error of a dispersion, were it `value`: a squared difference has variance
/// 2 (roughness + unevenness × value)², and neighbours share a term.
double error_at(const Estimate& one, double value) {
  return std::sqrt(3 / one.pairs) * (one.roughness / one.unevenness + value);
}

/// Standard errors under a common dispersion.
void set_errors(std::vector<Estimate>& all, double pooled) {
  for (Estimate& one : all) {
    if (one.pairs >= 1) one.error = error_at(one, pooled);
  }
}

/// Mean of the estimates weighted by their precision, without the largest and smallest tenth, and
/// with a usual value as one more estimate.
double pooled_dispersion(const std::vector<Estimate>& all) {
  std::vector<std::pair<double, double>> of;  // Value, weight.
  for (const Estimate& one : all) {
    if (one.pairs >= 1) of.emplace_back(one.value, 1 / (one.error * one.error));
  }
  std::sort(of.begin(), of.end());
  const auto cut = static_cast<std::size_t>(kTrimmed * static_cast<double>(of.size()));
  double weights = 1 / (kUsualError * kUsualError);
  double sum = kUsualDispersion * weights;
  for (std::size_t i = cut; i < of.size() - cut; ++i) {
    sum += of[i].first * of[i].second;
    weights += of[i].second;
  }
  return std::max(0.0, sum / weights);
}

/// How much the true dispersions differ (variance; DerSimonian and Laird 1986).
double spread_between(const std::vector<Estimate>& all, double pooled) {
  double q = 0;
  double weights = 0;
  double squares = 0;
  double number = 0;
  for (const Estimate& one : all) {
    if (one.pairs < 1) continue;
    const double weight = 1 / (one.error * one.error);
    q += weight * (one.value - pooled) * (one.value - pooled);
    weights += weight;
    squares += weight * weight;
    ++number;
  }
  const double scale = weights > 0 ? weights - squares / weights : 0;
  return scale > 0 ? std::max(0.0, (q - (number - 1)) / scale) : 0;
}

/// One estimate pulled towards the pooled one. The larger a dispersion is, the less sure it is.
Dispersion shrunk(const Estimate& one, double pooled, double between) {
  const double error = one.error * one.error;
  const double value = std::max(0.0, (between * one.value + error * pooled) / (between + error));
  const double own_error = error_at(one, std::max(value, pooled));
  const double own = own_error * own_error;
  return {.value = value, .error = std::sqrt(between * own / (between + own))};
}

/// One change point: the buckets before it against those from it on.
struct Split {
  Stretch before, after;
  double dispersion = 0;
  [[nodiscard]] double expected() const {
    return (before.count + kPrior) / before.exposure * after.exposure;
  }
  /// Squared relative errors: of the past's rate and of the later count, beyond counting …
  [[nodiscard]] double past_swing() const { return dispersion * before.unevenness(); }
  [[nodiscard]] double later_swing() const { return dispersion * after.unevenness(); }
  /// … and by counting the past.
  [[nodiscard]] double past_chance() const { return 1 / (before.count + kPrior); }
  [[nodiscard]] double ratio() const { return (after.count + kPrior) / (expected() + kPrior); }
  /// Poisson log likelihood ratio of two rates over one; 0 where the rate did not rise.
  [[nodiscard]] double likelihood_ratio() const {
    const double rate = (before.count + after.count) / (before.exposure + after.exposure);
    if (after.count <= rate * after.exposure) return 0;
    const auto term = [](double count, double mean) {
      return count > 0 ? count * std::log(count / mean) : 0.0;
    };
    return term(before.count, rate * before.exposure) + term(after.count, rate * after.exposure);
  }
};

/// Liu and Xie's (2020) combination of p-values that may depend on each other.
class Cauchy {
 public:
  void add(double p, double weight) {
    constexpr double kTop = 0.99;  // A p of 1 must not outweigh all else.
    const double x = std::clamp(p, 1e-300, kTop);
    // tan((½ − x) π) = 1 / tan(π x); for small x it is 1 / (π x).
    sum_ += weight * (x < 1e-12 ? 1 / (kPi * x) : 1 / std::tan(kPi * x));
    weight_ += weight;
  }
  [[nodiscard]] double p() const {
    if (weight_ <= 0) return 1;
    const double t = sum_ / weight_;
    return t > 1e6 ? 1 / (kPi * t) : 0.5 - std::atan(t) / kPi;
  }

 private:
  double sum_ = 0;
  double weight_ = 0;
};

/// The buckets that somebody wrote in, and where they stand.
struct Written {
  std::vector<std::size_t> at;
  Stretch all;
};

Written written(const Series& series) {
  Written out;
  for (std::size_t i = 0; i < series.counts.size(); ++i) {
    if (series.exposure[i] <= 0) continue;
    out.at.push_back(i);
    out.all.add(static_cast<double>(series.counts[i]), series.exposure[i]);
  }
  return out;
}

/// The upper tail where the past's rate is `factor` times what it seems.
double tail_at(const Split& split, double factor) {
  return mid_p_upper(static_cast<std::uint64_t>(split.after.count), split.expected() * factor,
                     split.later_swing() + split.past_chance());
}

/// The upper tail over what the dispersion may be (three-point Gauss–Hermite rule) and over what
/// the past's swings may hide (five-point, of a log-normal factor: the inverse of a gamma's mean).
double tail(Split split, const Dispersion& dispersion) {
  constexpr double kPlain = 0.1;  // Above, the finer answer would say no more.
  const double rough = tail_at(split, 1);
  if (rough > kPlain) return rough;
  constexpr std::array<std::pair<double, double>, 3> kOfDispersion = {
      {{-1.7320508075688772, 1.0 / 6}, {0, 2.0 / 3}, {1.7320508075688772, 1.0 / 6}}};
  constexpr std::array<std::pair<double, double>, 5> kOfPast = {
      {{-2.8569700138728056, 0.011257411327720688},
       {-1.3556261799742659, 0.22207592200561266},
       {0, 0.53333333333333333},
       {1.3556261799742659, 0.22207592200561266},
       {2.8569700138728056, 0.011257411327720688}}};
  double p = 0;
  for (const auto& [at, weight] : kOfDispersion) {
    split.dispersion = std::max(0.0, dispersion.value + at * dispersion.error);
    const double swing = split.past_swing();
    for (const auto& [off, part] : kOfPast)
      p += weight * part * tail_at(split, std::exp(off * std::sqrt(swing) + swing / 2));
  }
  return p;
}

Emergence judge(const Series& series, const Dispersion& dispersion,
                const EmergenceOptions& options) {
  Emergence found;
  const Written all = written(series);
  if (all.at.size() <= options.history || all.all.count < static_cast<double>(options.fewest))
    return found;
  Cauchy combined;
  Split best;
  double best_ratio = -1;
  Split here{.before = {}, .after = all.all, .dispersion = dispersion.value};
  for (std::size_t i = 0; i + 1 < all.at.size(); ++i) {
    const auto count = static_cast<double>(series.counts[all.at[i]]);
    const double of = series.exposure[all.at[i]];
    here.before.add(count, of);
    here.after.count -= count;
    here.after.exposure -= of;
    here.after.squares -= of * of;
    if (i + 1 < options.history) continue;
    const auto length = static_cast<double>(all.at.size() - i - 1);
    combined.add(tail(here, dispersion), options.look == Look::alarm ? 1 / length : 1);
    const double ratio = here.likelihood_ratio();
    if (ratio <= best_ratio) continue;
    best_ratio = ratio;
    best = here;
    found.since = all.at[i + 1];
  }
  found.known = true;
  found.p = std::min(1.0, kNested * combined.p());
  found.expected = best.expected();
  found.ratio = best.ratio();
  const double spread =
      std::min(kMostSpread, kZ95 * std::sqrt(best.past_swing() + best.later_swing() +
                                             best.past_chance() + 1 / (best.after.count + kPrior)));
  found.interval = {.low = found.ratio * std::exp(-spread), .high = found.ratio * std::exp(spread)};
  found.count = static_cast<std::uint64_t>(best.after.count);
  return found;
}

}  // namespace

std::vector<Dispersion> dispersions(std::span<const Series> series) {
  std::vector<Estimate> own;
  own.reserve(series.size());
  for (const Series& one : series) own.push_back(own_dispersion(one));
  double pooled = kUsualDispersion;
  for (int round = 0; round < 3; ++round) {
    set_errors(own, pooled);
    pooled = pooled_dispersion(own);
  }
  const double between = spread_between(own, pooled);
  std::vector<Dispersion> out;
  out.reserve(own.size());
  for (const Estimate& one : own) {
    if (one.pairs < 1) {
      out.push_back({.value = pooled, .error = std::sqrt(between)});
      continue;
    }
    out.push_back(shrunk(one, pooled, between));
  }
  return out;
}

std::vector<Emergence> emergence(std::span<const Series> series, const EmergenceOptions& options) {
  const std::vector<Dispersion> dispersion = dispersions(series);
  std::vector<Emergence> found;
  found.reserve(series.size());
  for (std::size_t i = 0; i < series.size(); ++i)
    found.push_back(judge(series[i], dispersion[i], options));
  return found;
}

}  // namespace attune
