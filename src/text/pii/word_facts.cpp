// SPDX-License-Identifier: Apache-2.0
#include "text/pii/word_facts.h"

#include <algorithm>

#include "text/short_hash.h"

namespace attune {

namespace {

std::uint32_t upper_half(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U) | 1U;
}

}  // namespace

WordFacts::WordFacts() : slots_(64) {}

std::size_t WordFacts::slot(std::uint32_t hash) const {
  std::size_t at = (hash >> 1U) & (slots_.size() - 1);
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
  return at;
}

std::uint8_t WordFacts::find(std::string_view folded) const {
  return find(short_hash(folded));
}

std::uint8_t WordFacts::find(std::uint64_t hash) const {
  return slots_[slot(upper_half(hash))].bits;
}

void WordFacts::expect(std::uint64_t hash) const {
  __builtin_prefetch(&slots_[(upper_half(hash) >> 1U) & (slots_.size() - 1)]);
}

void WordFacts::set(std::string_view folded, std::uint8_t bits) {
  set(Entry{upper_half(short_hash(folded)), bits});
}

void WordFacts::set(Entry entry) {
  if (entry.hash == 0) return;
  if (used_ * 2 >= slots_.size()) {
    std::vector<Entry> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Entry& kept : old) {
      if (kept.hash != 0) slots_[slot(kept.hash)] = kept;
    }
  }
  Entry& place = slots_[slot(entry.hash)];
  used_ += place.hash == 0 ? 1 : 0;
  place = entry;
}

std::vector<WordFacts::Entry> WordFacts::entries() const {
  std::vector<Entry> all;
  all.reserve(used_);
  std::copy_if(slots_.begin(), slots_.end(), std::back_inserter(all),
               [](const Entry& entry) { return entry.hash != 0; });
  std::sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) { return a.hash < b.hash; });
  return all;
}

}  // namespace attune
