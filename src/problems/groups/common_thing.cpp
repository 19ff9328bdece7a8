// SPDX-License-Identifier: Apache-2.0
#include "problems/groups/common_thing.h"

#include <algorithm>
#include <vector>

namespace attune::problems {

namespace {

constexpr double kNearlyAll = 0.35;     // Share of those who struggle,
constexpr double kOftener = 10.0;       // and how much oftener than the others do.
constexpr std::size_t kFewest = 12;     // Items,
constexpr std::size_t kFewOthers = 10;  // and texts of others.

}  // namespace

std::optional<std::uint32_t> common_thing(const ItemTerms& terms, std::span<const ThemeItem> others,
                                          const Concepts* concepts, const Pool& pool) {
  if (terms.of.size() < kFewest || others.size() < kFewOthers) return std::nullopt;
  const auto all = static_cast<double>(terms.of.size());
  std::vector<std::uint32_t> common;
  for (std::uint32_t t = 0; t < terms.items.size(); ++t) {
    if (terms.pair[t] == 0 && terms.items[t] >= kNearlyAll * all) common.push_back(t);
  }
  std::vector<std::uint64_t> hashes;
  hashes.reserve(common.size());
  for (const std::uint32_t t : common) hashes.push_back(terms.hashes[t]);
  const std::vector<std::uint32_t> elsewhere = items_with(others, hashes, concepts, pool);
  std::optional<std::uint32_t> best;
  for (std::size_t c = 0; c < common.size(); ++c) {
    const double here = terms.items[common[c]] / all;
    const double there = (elsewhere[c] + 0.5) / static_cast<double>(others.size());
    if (here < kOftener * there) continue;
    if (!best || terms.items[common[c]] > terms.items[*best]) best = common[c];
  }
  return best;
}

}  // namespace attune::problems
