// SPDX-License-Identifier: Apache-2.0
#include "themes/groups/group_count.h"

#include <algorithm>
#include <cmath>

namespace attune {

namespace {

constexpr double kTextsPerGroup = 36.0;  // fewer hardly make a theme that people agree on
constexpr float kFar = 0.4F;  // mean cosine distance of consensus places above which groups differ

}  // namespace

std::size_t likely_groups(std::size_t texts) {
  return std::max<std::size_t>(
      1, static_cast<std::size_t>(static_cast<double>(texts) / kTextsPerGroup + 1.0));
}

std::size_t chosen_groups(std::span<const float> distances, std::size_t likely) {
  const auto far = std::upper_bound(distances.begin(), distances.end(), kFar);
  const auto apart = static_cast<std::size_t>(distances.end() - far) + 1;
  return std::min(likely, apart);
}

}  // namespace attune
