// SPDX-License-Identifier: Apache-2.0
// Simulated truths beside what attune says of them:
//   attune_simulate emergence [STREAMS] [SEED]    the operating curve of docs/operating-curve.md
//   attune_simulate coverage [POPULATIONS] [SEED] the table of docs/coverage.md

#include <fmt/format.h>

#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

#include "populations.h"
#include "streams.h"

namespace {

using attune::OperatingPoint;
using attune::Pool;
using attune::StreamPlan;

void print_point(const StreamPlan& plan, std::string_view method, const OperatingPoint& point) {
  const std::string truth = plan.planted > 1 ? fmt::format("{:.2f} | {:.1f} | {:.2f}", point.recall,
                                                           point.median_delay, point.prompt)
                                             : std::string("– | – | –");
  fmt::print("| {:.0f} | {:.2f} | {} | {} | {} | {:.3f} | {:.2f} |\n", plan.volume, plan.dispersion,
             plan.planted > 1 ? fmt::format("{} ×", plan.planted) : std::string("nothing"), method,
             truth, point.false_discoveries, point.false_per_stream);
  std::fflush(stdout);
}

void emergence_curve(std::size_t streams, std::uint64_t seed) {
  const Pool pool(0);
  const attune::Alarm drift = attune::alarm_drift(52);
  const attune::Alarm rare_drift = attune::alarm_drift(3e6);
  const auto c2 = [](double deviations) {
    return [deviations](std::span<const attune::Series> so_far) {
      return attune::alarm_ears_c2(so_far, deviations);
    };
  };
  fmt::print(
      "| messages a week | dispersion | planted | method | recall | median delay | within 1 | "
      "realised FDR | false a stream |\n|---|---|---|---|---|---|---|---|---|\n");
  for (const double volume : {1000.0, 3000.0, 10'000.0}) {
    for (const double dispersion : {0.02, 0.05}) {
      for (const double planted : {1.0, 1.5, 2.0, 3.0}) {
        const StreamPlan plan{
            .volume = volume, .dispersion = dispersion, .planted = planted, .first = 9};
        const auto watch = [&](std::string_view name, const attune::Alarm& alarm) {
          print_point(plan, name, attune::watch_streams(plan, alarm, streams, seed, pool));
        };
        watch("attune, every week", attune::alarm_attune);
        print_point(plan, "attune, looking back", attune::look_back(plan, streams, seed, pool));
        watch("NB-CUSUM, a false alarm a year and theme", drift);
        watch("NB-CUSUM, limit for 3 million quiet weeks", rare_drift);
        watch("EARS C2, 3 deviations", c2(3));
        watch("EARS C2, 12 deviations", c2(12));
      }
    }
  }
}

void coverage_table(std::size_t populations, std::uint64_t seed) {
  const Pool pool(0);
  fmt::print("| interval | setting | coverage | mean width |\n|---|---|---|---|\n");
  for (const attune::Coverage& row : attune::coverage_of_all(populations, seed, pool))
    fmt::print("| {} | {} | {:.3f} | {:.4f} |\n", row.interval, row.setting, row.covered,
               row.width);
}

}  // namespace

int main(int argc, char** argv) {
  const std::span<char*> words(argv, static_cast<std::size_t>(argc));
  const auto number = [&](std::size_t at, unsigned long usual) {
    return words.size() > at ? std::strtoul(words[at], nullptr, 10) : usual;
  };
  const std::string_view what = words.size() > 1 ? words[1] : "";
  if (what == "emergence") {
    emergence_curve(number(2, 500), number(3, 1));
  } else if (what == "coverage") {
    coverage_table(number(2, 2000), number(3, 1));
  } else {
    fmt::print("attune_simulate emergence|coverage [HOW_MANY] [SEED]\n");
    return 2;
  }
  return 0;
}
