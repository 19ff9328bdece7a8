// SPDX-License-Identifier: Apache-2.0
#pragma once

// How many of how many, and how sure: shares with their intervals.

#include <array>
#include <cstdint>
#include <string_view>

namespace attune {

enum class Unit : std::uint8_t { people, messages };

/// A 95 % interval.
struct Interval {
  double low = 0;
  double high = 0;
};

/// Where a difference lies. Which of them is decided in measure.
enum class Direction : std::uint8_t {
  open,    ///< Either way, as far as the data can tell.
  lower,   ///< Surely under 0.
  higher,  ///< Surely over 0.
};
/// As they stand in the JSON, in the order of Direction.
inline constexpr std::array<std::string_view, 3> kDirectionNames = {"open", "lower", "higher"};

/// `count` of `of` units; `interval` is Wilson's (1927) for the share.
struct Share {
  std::uint64_t count = 0;
  std::uint64_t of = 0;
  Interval interval;
  [[nodiscard]] double value() const {
    return of == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(of);
  }
};

}  // namespace attune
