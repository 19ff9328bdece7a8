// SPDX-License-Identifier: Apache-2.0
#include "phrases/rules/pair_index.h"

#include <algorithm>
#include <bit>

namespace attune::phrases {

PairIndex::Row PairIndex::add(std::vector<Entry>& entries) {
  if (entries.empty()) return {};
  std::sort(entries.begin(), entries.end());
  const auto most = static_cast<std::uint32_t>(std::bit_ceil(2 * entries.size()));
  const Row row = {static_cast<std::uint32_t>(slots_.size()), most - 1};
  slots_.resize(slots_.size() + most);
  for (std::size_t i = 0; i < entries.size();) {
    const std::uint32_t key = key_of(entries[i].beside, entries[i].left);
    const auto first = static_cast<std::uint32_t>(numbers_.size());
    for (; i < entries.size() && key_of(entries[i].beside, entries[i].left) == key; ++i)
      numbers_.push_back(entries[i].number);
    std::uint32_t at = place(key) & row.mask;
    while (slots_[row.slots + at].key != 0) at = (at + 1) & row.mask;
    slots_[row.slots + at] = {key, first, static_cast<std::uint32_t>(numbers_.size()) - first};
  }
  return row;
}

}  // namespace attune::phrases
