// SPDX-License-Identifier: Apache-2.0
#include "problems/groups/item_terms.h"

#include <algorithm>
#include <unordered_set>

#include "base/hash_counts.h"
#include "base/spares.h"
#include "themes/words/terms.h"

namespace attune::problems {

namespace {

constexpr std::uint32_t kLeastItems = 3;
constexpr std::size_t kChunk = 512;
constexpr std::uint32_t kUnnumbered = ~0U;

struct Hashed {
  std::uint64_t hash = 0;
  bool pair = false;
};

bool earlier(const Hashed& a, const Hashed& b) {
  return a.hash < b.hash;
}

/// The hashes of each item's terms, ascending, each once; grammar is left out.
std::vector<std::vector<Hashed>> hashes_of(std::span<const ThemeItem> items,
                                           const Concepts* concepts, const Pool& pool) {
  std::vector<std::vector<Hashed>> hashes(items.size());
  Spares<TermReader> readers;
  pool.for_each_chunk(items.size(), kChunk, [&](std::size_t begin, std::size_t end) {
    auto reader = readers.take(concepts);
    for (std::size_t i = begin; i < end; ++i) {
      for (const Term& term : reader->read(items[i].text).list) {
        if (term.kind != TermKind::function)
          hashes[i].push_back({.hash = term.hash, .pair = term.kind == TermKind::pair});
      }
      std::sort(hashes[i].begin(), hashes[i].end(), earlier);
      const auto same = [](const Hashed& a, const Hashed& b) { return a.hash == b.hash; };
      hashes[i].erase(std::unique(hashes[i].begin(), hashes[i].end(), same), hashes[i].end());
    }
    readers.give_back(std::move(reader));
  });
  return hashes;
}

}  // namespace

bool ItemTerms::has(std::uint32_t item, std::uint32_t term) const {
  return std::find(of[item].begin(), of[item].end(), term) != of[item].end();
}

std::uint64_t people_among(std::span<const ThemeItem> items,
                           std::span<const std::uint32_t> members) {
  std::unordered_set<std::uint32_t> people;
  for (const std::uint32_t i : members) people.insert(items[i].person);
  return people.size();
}

ItemTerms item_terms(std::span<const ThemeItem> items, const Concepts* concepts, const Pool& pool) {
  const std::vector<std::vector<Hashed>> hashes = hashes_of(items, concepts, pool);
  struct Met {
    std::uint64_t hash = 0;
    std::uint32_t items = 0;
    std::uint32_t number = kUnnumbered;
    bool pair = false;
  };
  HashNumbers numbers;
  std::vector<Met> met;
  ItemTerms out;
  out.of.resize(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    out.of[i].reserve(hashes[i].size());
    for (const auto& [hash, pair] : hashes[i]) {
      const std::uint32_t number = numbers.number(hash);
      if (number == met.size()) met.push_back({.hash = hash, .pair = pair});
      ++met[number].items;
      out.of[i].push_back(number);
    }
  }
  for (Met& term : met) {
    if (term.items < kLeastItems) continue;
    term.number = static_cast<std::uint32_t>(out.items.size());
    out.items.push_back(term.items);
    out.hashes.push_back(term.hash);
    out.pair.push_back(term.pair ? 1 : 0);
  }
  for (std::vector<std::uint32_t>& terms : out.of) {
    for (std::uint32_t& term : terms) term = met[term].number;
    std::erase(terms, kUnnumbered);
  }
  return out;
}

std::vector<std::uint32_t> items_with(std::span<const ThemeItem> items,
                                      std::span<const std::uint64_t> hashes,
                                      const Concepts* concepts, const Pool& pool) {
  std::vector<std::uint32_t> out(hashes.size(), 0);
  if (hashes.empty()) return out;
  for (const auto& list : hashes_of(items, concepts, pool)) {
    for (std::size_t h = 0; h < hashes.size(); ++h)
      out[h] +=
          std::binary_search(list.begin(), list.end(), Hashed{.hash = hashes[h]}, earlier) ? 1 : 0;
  }
  return out;
}

}  // namespace attune::problems
