// SPDX-License-Identifier: Apache-2.0
#include "chance_draws.h"

#include <cmath>

namespace attune {

double draw_gamma(Random& random, double shape) {
  if (shape < 1) {
    const double u = 1 - random.uniform();
    return draw_gamma(random, shape + 1) * std::pow(u, 1 / shape);
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  while (true) {
    const double x = random.normal();
    const double v = std::pow(1 + c * x, 3);
    if (v <= 0) continue;
    const double u = 1 - random.uniform();
    if (std::log(u) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
  }
}

double draw_beta(Random& random, double a, double b) {
  const double x = draw_gamma(random, a);
  const double y = draw_gamma(random, b);
  return x / (x + y);
}

std::uint64_t draw_poisson(Random& random, double mean) {
  std::uint64_t count = 0;
  while (mean > 30) {  // The n-th event of a unit-rate process falls at a gamma; count up to it.
    const double n = std::floor(mean * 7 / 8);
    const double at = draw_gamma(random, n);
    if (at > mean) {  // n − 1 events before it, uniform on [0, at).
      const auto events = static_cast<std::uint64_t>(n) - 1;
      for (std::uint64_t i = 0; i < events; ++i) count += random.uniform() * at < mean ? 1 : 0;
      return count;
    }
    count += static_cast<std::uint64_t>(n);
    mean -= at;
  }
  const double limit = std::exp(-mean);
  for (double product = 1 - random.uniform(); product > limit; product *= 1 - random.uniform())
    ++count;
  return count;
}

std::uint64_t draw_count(Random& random, double mean, double dispersion) {
  if (mean <= 0) return 0;
  if (dispersion <= 0) return draw_poisson(random, mean);
  return draw_poisson(random, mean * dispersion * draw_gamma(random, 1 / dispersion));
}

}  // namespace attune
