// SPDX-License-Identifier: Apache-2.0
#pragma once

// How many groups a set of texts shows, where nobody says.

#include <cstddef>
#include <span>

namespace attune {

/// A number of groups to cluster into, before anything is known but the number of distinct texts.
[[nodiscard]] std::size_t likely_groups(std::size_t texts);

/// The number of groups to show, from the distances at which groups were joined (ascending).
[[nodiscard]] std::size_t chosen_groups(std::span<const float> distances, std::size_t likely);

}  // namespace attune
