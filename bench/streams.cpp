// SPDX-License-Identifier: Apache-2.0
#include "streams.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "base/hash.h"
#include "chance_draws.h"
#include "measure/alarm.h"
#include "measure/drift.h"
#include "measure/interval.h"
#include "measure/trend.h"

namespace attune {

namespace {

/// The first `buckets` of every series.
std::vector<Series> head(const std::vector<Series>& series, std::size_t buckets) {
  std::vector<Series> out;
  out.reserve(series.size());
  const auto end = static_cast<std::ptrdiff_t>(buckets);
  for (const Series& one : series) {
    out.push_back({.counts = {one.counts.begin(), one.counts.begin() + end},
                   .exposure = {one.exposure.begin(), one.exposure.begin() + end}});
  }
  return out;
}

/// As a report sees them; `from` is the number of the week.
std::vector<std::vector<Bucket>> buckets_of(const DrawnStream& stream) {
  std::vector<std::vector<Bucket>> out;
  out.reserve(stream.series.size());
  for (const Series& series : stream.series) {
    std::vector<Bucket>& weeks = out.emplace_back();
    for (std::size_t t = 0; t < series.counts.size(); ++t) {
      weeks.push_back({.from = std::to_string(t),
                       .count = series.counts[t],
                       .of = static_cast<std::uint64_t>(series.exposure[t])});
    }
  }
  return out;
}

struct Outcome {
  bool found = false;
  std::size_t delay = 0;
  std::size_t false_themes = 0;
};

OperatingPoint summary(const std::vector<Outcome>& outcomes) {
  OperatingPoint point;
  std::vector<double> delays;
  const auto all = static_cast<double>(outcomes.size());
  for (const Outcome& one : outcomes) {
    const auto wrong = static_cast<double>(one.false_themes);
    point.false_per_stream += wrong / all;
    if (wrong > 0) point.false_discoveries += wrong / (wrong + (one.found ? 1 : 0)) / all;
    if (!one.found) continue;
    point.recall += 1 / all;
    delays.push_back(static_cast<double>(one.delay));
    if (one.delay <= 1) point.prompt += 1 / all;
  }
  point.median_delay = quantile(delays, 0.5);
  return point;
}

Outcome watch(const DrawnStream& stream, const StreamPlan& plan, const Alarm& alarm) {
  Outcome outcome;
  std::vector<bool> seen(plan.themes, false);
  for (std::size_t now = plan.first; now < plan.buckets; ++now) {
    const std::vector<bool> alarmed = alarm(head(stream.series, now + 1));
    for (std::size_t i = 0; i < plan.themes; ++i) {
      if (!alarmed[i] || seen[i]) continue;
      const bool real = plan.planted > 1 && i == stream.theme && now >= stream.from;
      if (real) outcome.delay = now - stream.from;
      outcome.found = outcome.found || real;
      outcome.false_themes += real ? 0 : 1;
      seen[i] = real || i != stream.theme;  // A false alarm must not hide the real one.
    }
  }
  return outcome;
}

template <class Work>
OperatingPoint over_streams(const StreamPlan& plan, std::size_t streams, std::uint64_t seed,
                            const Pool& pool, const Work& work) {
  std::vector<Outcome> outcomes(streams);
  pool.for_each_chunk(streams, 4, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      outcomes[i] = work(draw_stream(plan, hash_pair(seed, i)));
  });
  return summary(outcomes);
}

}  // namespace

DrawnStream draw_stream(const StreamPlan& plan, std::uint64_t seed) {
  Random random(seed);
  DrawnStream stream;
  stream.theme = random.below(plan.themes);
  stream.from = plan.first + random.below(plan.last - plan.first + 1);
  double rates = 0;
  for (std::size_t i = 0; i < plan.themes; ++i) rates += std::pow(i + 1.0, -plan.zipf);
  std::vector<double> volume(plan.buckets);
  const double log_variance = std::log1p(plan.volume_swing * plan.volume_swing);
  for (double& week : volume) {
    week = plan.volume * std::exp(std::sqrt(log_variance) * random.normal() - log_variance / 2);
  }
  std::vector<double> total(plan.buckets, 0);
  for (std::size_t i = 0; i < plan.themes; ++i) {
    const double dispersion =
        plan.dispersion * draw_gamma(random, plan.dispersion_shape) / plan.dispersion_shape;
    Series series;
    for (std::size_t t = 0; t < plan.buckets; ++t) {
      double mean = volume[t] * std::pow(i + 1.0, -plan.zipf) / rates;
      if (i == stream.theme && t >= stream.from) mean *= plan.planted;
      series.counts.push_back(draw_count(random, mean, dispersion));
      total[t] += static_cast<double>(series.counts.back());
    }
    stream.series.push_back(std::move(series));
  }
  for (Series& series : stream.series) series.exposure = total;
  return stream;
}

OperatingPoint watch_streams(const StreamPlan& plan, const Alarm& alarm, std::size_t streams,
                             std::uint64_t seed, const Pool& pool) {
  return over_streams(plan, streams, seed, pool,
                      [&](const DrawnStream& stream) { return watch(stream, plan, alarm); });
}

OperatingPoint look_back(const StreamPlan& plan, std::size_t streams, std::uint64_t seed,
                         const Pool& pool) {
  return over_streams(plan, streams, seed, pool, [&](const DrawnStream& stream) {
    const std::vector<TrendTest> tests = trends_of(buckets_of(stream), {});
    Outcome outcome;
    for (std::size_t i = 0; i < tests.size(); ++i) {
      if (tests[i].trend.verdict != TrendVerdict::growing) continue;
      const bool real = plan.planted > 1 && i == stream.theme;
      outcome.found = outcome.found || real;
      outcome.false_themes += real ? 0 : 1;
      if (!real) continue;
      const std::size_t since = std::stoul(tests[i].trend.since);
      outcome.delay = std::max(since, stream.from) - std::min(since, stream.from);
    }
    return outcome;
  });
}

std::vector<bool> alarm_attune(std::span<const Series> so_far) {
  return alarms(so_far, {});
}

std::vector<bool> alarm_ears_c2(std::span<const Series> so_far, double deviations) {
  constexpr std::size_t kBaseline = 7;
  constexpr std::size_t kGuard = 2;
  std::vector<bool> out;
  for (const Series& series : so_far) {
    const std::size_t now = series.counts.size() - 1;
    const double usual =
        std::accumulate(series.exposure.begin(), series.exposure.end(), 0.0) / (now + 1.0);
    const auto at = [&](std::size_t t) {
      return static_cast<double>(series.counts[t]) * usual / series.exposure[t];
    };
    double mean = 0;
    for (std::size_t t = now - kGuard - kBaseline; t < now - kGuard; ++t) mean += at(t) / kBaseline;
    double variance = 0;
    for (std::size_t t = now - kGuard - kBaseline; t < now - kGuard; ++t)
      variance += (at(t) - mean) * (at(t) - mean) / (kBaseline - 1);
    out.push_back(series.counts[now] >= 5 && at(now) > mean + deviations * std::sqrt(variance));
  }
  return out;
}

namespace {

/// Limits for means 1, 2, 4 … 4096 and dispersions 0, .01, .02 … .12.
class DriftLimits {
 public:
  explicit DriftLimits(double quiet) {
    for (std::size_t m = 0; m < kMeans; ++m) {
      for (std::size_t d = 0; d < kDispersions; ++d) {
        limits_.push_back(drift_limit({.mean = std::exp2(static_cast<double>(m)),
                                       .dispersion = kStep * static_cast<double>(d),
                                       .quiet_buckets = quiet,
                                       .streams = 400}));
      }
    }
  }
  [[nodiscard]] double of(double mean, double dispersion) const {
    const double m = std::clamp(std::round(std::log2(mean)), 0.0, kMeans - 1.0);
    const double d = std::clamp(std::round(dispersion / kStep), 0.0, kDispersions - 1.0);
    return limits_[static_cast<std::size_t>(m) * kDispersions + static_cast<std::size_t>(d)];
  }

 private:
  static constexpr std::size_t kMeans = 13;
  static constexpr std::size_t kDispersions = 13;
  static constexpr double kStep = 0.01;
  std::vector<double> limits_;
};

bool drifts(const Series& series, double dispersion, const DriftLimits& limits) {
  constexpr std::size_t kHistory = 8;
  Drift drift{.dispersion = dispersion};
  double count = 0.5;
  double exposure = 0;
  double mean = 0;
  std::size_t taken = 0;  // Buckets that the rate rests on.
  for (std::size_t t = 0; t < series.counts.size(); ++t) {
    if (t >= kHistory) {
      mean = count / exposure * series.exposure[t];
      drift_add(drift, series.counts[t], mean);
    }
    if (drift.sum > 0) continue;
    for (; taken <= t; ++taken) {
      count += static_cast<double>(series.counts[taken]);
      exposure += series.exposure[taken];
    }
  }
  return drift.sum >= limits.of(mean, dispersion);
}

}  // namespace

Alarm alarm_drift(double quiet) {
  return [limits = DriftLimits(quiet)](std::span<const Series> so_far) {
    const std::vector<Dispersion> dispersion = dispersions(so_far);
    std::vector<bool> out;
    for (std::size_t i = 0; i < so_far.size(); ++i)
      out.push_back(drifts(so_far[i], dispersion[i].value, limits));
    return out;
  };
}

}  // namespace attune
