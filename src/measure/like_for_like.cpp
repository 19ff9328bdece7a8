// SPDX-License-Identifier: Apache-2.0
//
// Idea. See the header. Weighting down loses certainty where the mix moves, and there alone: with
// an even mix the weights are about 1. A weighted count varies less than a Poisson count of its
// mean, so what is read from it as one errs to the safe side.
//
// When it applies. A stratum's first or last half must hold somebody; how many is left to those who
// judge the sum. What changes within a stratum (who of a brand's customers write) is not seen.
//
// What it costs. O(strata × buckets).
//
// Source. Indirect standardisation: N. E. Breslow, N. E. Day, Statistical Methods in Cancer
// Research II (1987), chapter 2. The weighting down of halves is ours.
//
// Tested in like_for_like_test.cpp.
#include "measure/like_for_like.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

namespace attune {

namespace {

/// What a person of the earlier and of the later half weighs; 0 where only one half is there.
std::array<double, 2> weights(const std::vector<double>& exposure, std::size_t split) {
  const auto middle = exposure.begin() + static_cast<std::ptrdiff_t>(split);
  const double early = std::accumulate(exposure.begin(), middle, 0.0);
  const double late = std::accumulate(middle, exposure.end(), 0.0);
  if (early <= 0 || late <= 0) return {0, 0};
  return {std::min(1.0, late / early), std::min(1.0, early / late)};
}

/// Adds one stratum: its weighted counts, and what its own rate makes one expect.
void add(const Series& stratum, std::size_t split, std::vector<double>& counts,
         std::vector<double>& expected) {
  const std::array<double, 2> weight = weights(stratum.exposure, split);
  double count = 0;
  double of = 0;
  for (std::size_t i = 0; i < stratum.exposure.size(); ++i) {
    const double here = weight[i < split ? 0 : 1];
    count += here * static_cast<double>(stratum.counts[i]);
    of += here * stratum.exposure[i];
  }
  if (of <= 0) return;
  for (std::size_t i = 0; i < stratum.exposure.size(); ++i) {
    const double here = weight[i < split ? 0 : 1];
    counts[i] += here * static_cast<double>(stratum.counts[i]);
    expected[i] += here * stratum.exposure[i] * count / of;
  }
}

}  // namespace

Series like_for_like(std::span<const Series> strata, std::size_t split) {
  const std::size_t size = strata.front().exposure.size();
  std::vector<double> counts(size, 0);
  Series out{.counts = {}, .exposure = std::vector<double>(size, 0)};
  for (const Series& stratum : strata) add(stratum, split, counts, out.exposure);
  double so_far = 0;
  std::uint64_t given = 0;
  for (const double count : counts) {
    so_far += count;
    const auto whole = static_cast<std::uint64_t>(std::llround(so_far));
    out.counts.push_back(whole - given);
    given = whole;
  }
  return out;
}

}  // namespace attune
