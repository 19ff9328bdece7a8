// SPDX-License-Identifier: Apache-2.0
#pragma once

// Draws that the simulations need: counts, gammas, betas. The same on every machine.

#include <cstdint>

#include "base/random.h"

namespace attune {

/// Gamma with `shape` > 0 and scale 1 (Marsaglia and Tsang 2000).
[[nodiscard]] double draw_gamma(Random& random, double shape);
/// Beta, a and b > 0.
[[nodiscard]] double draw_beta(Random& random, double a, double b);
/// Poisson; by multiplication below 30, else from halves of a gamma (Ahrens and Dieter 1974).
[[nodiscard]] std::uint64_t draw_poisson(Random& random, double mean);
/// Negative binomial: variance mean + dispersion × mean².
[[nodiscard]] std::uint64_t draw_count(Random& random, double mean, double dispersion);

}  // namespace attune
