// SPDX-License-Identifier: Apache-2.0
#include "themes/words/distinct_texts.h"

#include <algorithm>
#include <utility>

#include "base/spares.h"
#include "themes/words/terms.h"

namespace attune {

Units distinct_units(std::span<const ThemeItem> items, const Pool& pool) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed(items.size());
  Spares<TermReader> readers;
  pool.for_each_chunk(items.size(), 4096, [&](std::size_t begin, std::size_t end) {
    auto reader = readers.take();
    for (std::size_t i = begin; i < end; ++i) {
      keyed[i] = {items[i].readable ? reader->key(items[i].text) : 0,
                  static_cast<std::uint32_t>(i)};
    }
    readers.give_back(std::move(reader));
  });
  std::sort(keyed.begin(), keyed.end());
  Units units;
  units.unit_of.assign(items.size(), Units::kNone);
  for (const auto& [key, item] : keyed) {
    if (key == 0) continue;
    if (units.keys.empty() || units.keys.back() != key) {
      units.keys.push_back(key);
      units.starts.push_back(static_cast<std::uint32_t>(units.members.size()));
    }
    units.unit_of[item] = static_cast<std::uint32_t>(units.size() - 1);
    units.members.push_back(item);
  }
  units.starts.push_back(static_cast<std::uint32_t>(units.members.size()));
  return units;
}

}  // namespace attune
