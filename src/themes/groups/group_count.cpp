// SPDX-License-Identifier: Apache-2.0
//
// Idea. Two guesses, and the smaller counts. Before clustering: a group for every 36 texts, for
// fewer hardly make a theme. After it: groups whose texts are .4 apart on average differ, so each
// join at a greater distance stands for one group more.
//
// When it applies. The distances are those between the places of the consensus, which are means of
// centres; for other vectors .4 would mean nothing. The answer is one group at least.
//
// What it costs. O(log joins).
//
// Source. To cut a tree of joins at one height is textbook: A. K. Jain, R. C. Dubes, Algorithms for
// Clustering Data (1988). The two numbers are ours.
//
// Tested in parts_test.cpp (GroupCount), and in discover_test.cpp where nobody says how many topics
// were planted.
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
