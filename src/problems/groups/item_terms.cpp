// SPDX-License-Identifier: Apache-2.0
#include "problems/groups/item_terms.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "themes/words/terms.h"

namespace attune::problems {

namespace {

constexpr std::uint32_t kLeastItems = 3;
constexpr std::size_t kTextsAReader = 4096;  // A reader learns the stems that it has met.

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
  pool.for_each_chunk(items.size(), kTextsAReader, [&](std::size_t begin, std::size_t end) {
    TermReader reader(concepts);
    for (std::size_t i = begin; i < end; ++i) {
      for (const Term& term : reader.read(items[i].text).list) {
        if (term.kind != TermKind::function)
          hashes[i].push_back({.hash = term.hash, .pair = term.kind == TermKind::pair});
      }
      std::sort(hashes[i].begin(), hashes[i].end(), earlier);
      const auto same = [](const Hashed& a, const Hashed& b) { return a.hash == b.hash; };
      hashes[i].erase(std::unique(hashes[i].begin(), hashes[i].end(), same), hashes[i].end());
    }
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
  std::unordered_map<std::uint64_t, std::uint32_t> count;
  for (const auto& list : hashes) {
    for (const Hashed& term : list) ++count[term.hash];
  }
  ItemTerms out;
  out.of.resize(items.size());
  std::unordered_map<std::uint64_t, std::uint32_t> number;
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (const auto& [hash, pair] : hashes[i]) {
      const std::uint32_t have = count[hash];
      if (have < kLeastItems) continue;
      const auto [at, fresh] =
          number.try_emplace(hash, static_cast<std::uint32_t>(out.items.size()));
      if (fresh) {
        out.items.push_back(have);
        out.hashes.push_back(hash);
        out.pair.push_back(pair ? 1 : 0);
      }
      out.of[i].push_back(at->second);
    }
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
