// SPDX-License-Identifier: Apache-2.0
#pragma once

// A theme, as it is found.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace attune {

struct FoundTheme {
  std::string id;                      ///< "t_" and 16 hex digits of what the theme is made of.
  std::string name;                    ///< The people's own words; unlike every other theme's name.
  std::vector<std::string> keywords;   ///< 3 to 5 where there are so many, most telling first.
  std::vector<std::uint32_t> members;  ///< Item indices, ascending.
  std::vector<std::uint32_t> quotes;   ///< Item indices, most typical first, the farthest last.
  std::uint64_t people = 0;            ///< Distinct persons among the members.
  std::string parent;                  ///< Id of the theme above; empty: none.
  std::vector<std::pair<std::uint64_t, float>> signature;  ///< Feature hash → weight, heaviest
                                                           ///< first; what matching to a later
                                                           ///< round compares.
};

}  // namespace attune
