// SPDX-License-Identifier: Apache-2.0
//
// Idea. Open addressing with linear probing, one table for each row, all tables in one array. A key
// holds the word beside and the side it stands on; 0 is an empty slot. Numbers of one key lie next
// to each other, so that an answer is a view.
//
// When it applies. The pairs are known before the first question, and there are no removals: an end
// of probing is an empty slot, and the table of a row is made whole at once. Each is at most half
// full. The hash has 16 bits, so a row with more than 32,768 entries would begin to crowd.
//
// What it costs. add(): O(k log k) for k entries. find(): O(1) expected, and one slot for a row
// without pairs. Memory is two to four slots for an entry.
//
// Source. D. E. Knuth, The Art of Computer Programming 3, section 6.4 (1973), for linear probing
// and for multiplying by a number near the golden ratio.
//
// Tested through AnchorMatcher, in lint/rules_test.cpp and in phrases/matchers_test.cpp.
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
