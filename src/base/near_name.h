// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which known name a mistyped one was meant to be.
//
//   near_name("scarsity", {"guilt", "scarcity"})   // "scarcity"

#include <span>
#include <string>
#include <string_view>

namespace attune {

/// The letters that must be put in, left out, changed or swapped with their neighbour to make `b`
/// of `a`: Damerau's distance, each place changed once. O(|a| · |b|); bytes, not characters.
[[nodiscard]] std::size_t edits_between(std::string_view a, std::string_view b);

/// The first of `known` that is nearest to `name`, capitals and - or _ aside; "" where none is
/// within a third of its length, or `name` is over 64 bytes.
[[nodiscard]] std::string_view near_name(std::string_view name,
                                         std::span<const std::string_view> known);

/// "; did you mean \"scarcity\"?", or "" where no name is near.
[[nodiscard]] std::string did_you_mean(std::string_view name,
                                       std::span<const std::string_view> known);

}  // namespace attune
