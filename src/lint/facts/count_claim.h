// SPDX-License-Identifier: Apache-2.0
#pragma once

// What copy says of how many are left.
//
//   count_claim("fewer than five left")   // below, 5

#include <cstdint>
#include <optional>
#include <string_view>

namespace attune {

struct CountClaim {
  enum class Bound : std::uint8_t { exactly, below, above } bound = Bound::exactly;
  std::optional<long> told;
  bool counts = false;    ///< It tells of what is left; "selling fast" tells of a rush.
  bool sold_out = false;  ///< "Sold out", not "almost sold out".
};

/// The claim that `words` make. Nothing is told by a number of hours, euros or per cent.
[[nodiscard]] CountClaim count_claim(std::string_view words);

}  // namespace attune
