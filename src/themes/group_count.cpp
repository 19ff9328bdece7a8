// SPDX-License-Identifier: Apache-2.0
#include "themes/group_count.h"

#include <algorithm>
#include <cmath>

namespace attune {

std::size_t likely_groups(std::size_t texts) {
  return std::max<std::size_t>(1,
                               static_cast<std::size_t>(static_cast<double>(texts) / 36.0 + 1.0));
}

std::size_t chosen_groups(std::span<const float> distances, std::size_t likely) {
  return std::min(likely, distances.size() + 1);
}

}  // namespace attune
