// SPDX-License-Identifier: Apache-2.0
//
// Idea. Three signs that two kinds are one. Most who speak of the smaller speak of the larger, and
// that more often than others do. Or the words that tell the two from the rest are the same words.
// Or the smaller is waiting and nothing else, and more speak of what did not come: nobody waits for
// nothing. Beside these, kinds that are mostly told of the one thing that nearly all speak of.
//
// When it applies. Kinds of a few items or more; the rest stand for themselves. Families are made
// by single links, the largest kind first.
//
// What it costs. O(terms of the items + kinds² · telling words).
//
// Source. The telling words are weighed as in tf-idf, less what chance gives; the links are ours.
//
// Tested in key_groups_test.cpp.
#include "problems/groups/kind_families.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace attune::problems {

namespace {

constexpr float kSaid = 0.5F;        // Probability from which an item speaks of a kind.
constexpr std::size_t kFewest = 5;   // Items of a kind that may be linked.
constexpr double kShared = 0.5;      // Share of the smaller kind that speaks of the larger,
constexpr double kOftener = 2.0;     // and how much oftener than all items do.
constexpr double kToldOf = 0.5;      // Share of a kind that speaks of the common thing.
constexpr double kSameWords = 0.35;  // Cosine of telling words.

/// Telling words of a kind, of length 1.
using Words = std::vector<std::pair<std::uint32_t, double>>;  // Ascending by term.

double cosine(const Words& a, const Words& b) {
  double sum = 0;
  auto other = b.begin();
  for (const auto& [term, weight] : a) {
    while (other != b.end() && other->first < term) ++other;
    if (other != b.end() && other->first == term) sum += weight * other->second;
  }
  return sum;
}

class Linker {
 public:
  Linker(const ItemTerms& terms, std::span<const StruggleScores> kinds)
      : terms_(terms), kinds_(kinds) {
    for (std::uint32_t i = 0; i < kinds.size(); ++i) {
      for (std::size_t k = 0; k < kStruggleKinds; ++k) {
        if (kinds[i][k] >= kSaid) said_[k].push_back(i);
      }
      const auto first = std::max_element(kinds[i].begin(), kinds[i].end()) - kinds[i].begin();
      if (kinds[i][static_cast<std::size_t>(first)] >= kSaid)
        first_[static_cast<std::size_t>(first)].push_back(i);
    }
    for (std::size_t k = 0; k < kStruggleKinds; ++k) words_[k] = telling(first_[k]);
  }

  [[nodiscard]] KindFamilies run(std::optional<std::uint32_t> thing) const {
    std::array<std::size_t, kStruggleKinds> order{};
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return said_[a].size() > said_[b].size();
    });
    KindFamilies family{};
    for (std::size_t k = 0; k < kStruggleKinds; ++k) family[k] = static_cast<std::uint8_t>(k);
    for (std::size_t at = 0; at < order.size(); ++at) {
      const std::size_t small = order[at];
      if (said_[small].size() < kFewest) continue;
      for (std::size_t before = 0; before < at; ++before) {
        if (!one(order[before], small)) continue;
        family[small] = family[order[before]];
        break;
      }
    }
    if (thing) join_told_of(*thing, order, family);
    if (waits_for_things()) join(family, StruggleKind::wait, StruggleKind::missing);
    return family;
  }

 private:
  [[nodiscard]] Words telling(const std::vector<std::uint32_t>& members) const {
    Words out;
    if (members.size() < kFewest) return out;
    const auto all = static_cast<double>(kinds_.size());
    const auto size = static_cast<double>(members.size());
    std::vector<double> shares(terms_.items.size(), 0);
    for (const std::uint32_t i : members) {
      for (const std::uint32_t term : terms_.of[i]) shares[term] += 1 / size;
    }
    for (std::uint32_t term = 0; term < shares.size(); ++term) {
      if (shares[term] > 0) out.emplace_back(term, shares[term]);
    }
    double length = 0;
    for (auto& [term, weight] : out) {
      const double everywhere = terms_.items[term] / all;
      weight = std::max(0.0, weight - everywhere) * std::log(1 / everywhere);
      length += weight * weight;
    }
    for (auto& [term, weight] : out) weight /= std::max(std::sqrt(length), 1e-12);
    return out;
  }

  [[nodiscard]] bool one(std::size_t large, std::size_t small) const {
    std::vector<std::uint32_t> both;
    std::set_intersection(said_[large].begin(), said_[large].end(), said_[small].begin(),
                          said_[small].end(), std::back_inserter(both));
    const double share =
        static_cast<double>(both.size()) / static_cast<double>(said_[small].size());
    const double chance =
        static_cast<double>(said_[large].size()) / static_cast<double>(kinds_.size());
    if (share >= kShared && share >= kOftener * chance) return true;
    return cosine(words_[large], words_[small]) >= kSameWords;
  }

  void join_told_of(std::uint32_t thing, std::span<const std::size_t> order,
                    KindFamilies& family) const {
    std::optional<std::size_t> largest;
    for (const std::size_t k : order) {
      const auto told = static_cast<double>(std::count_if(
          said_[k].begin(), said_[k].end(), [&](std::uint32_t i) { return terms_.has(i, thing); }));
      if (told == 0 || told < kToldOf * static_cast<double>(said_[k].size())) continue;
      if (!largest) largest = k;
      unite(family, family[k], family[*largest]);
    }
  }

  [[nodiscard]] bool waits_for_things() const {
    const auto& waits = first_[static_cast<std::size_t>(StruggleKind::wait)];
    const auto& things = first_[static_cast<std::size_t>(StruggleKind::missing)];
    return waits.size() >= kFewest && things.size() >= waits.size();
  }

  static void join(KindFamilies& family, StruggleKind from, StruggleKind to) {
    const std::uint8_t old = family[static_cast<std::size_t>(from)];
    if (old != static_cast<std::uint8_t>(from)) return;  // It is somebody else's already.
    unite(family, old, family[static_cast<std::size_t>(to)]);
  }

  /// By value: std::replace() takes references, which would change on the way.
  static void unite(KindFamilies& family, std::uint8_t from, std::uint8_t to) {
    std::replace(family.begin(), family.end(), from, to);
  }

  const ItemTerms& terms_;
  std::span<const StruggleScores> kinds_;
  std::array<std::vector<std::uint32_t>, kStruggleKinds> said_;   // Items, ascending.
  std::array<std::vector<std::uint32_t>, kStruggleKinds> first_;  // Whose likeliest kind it is.
  std::array<Words, kStruggleKinds> words_;
};

}  // namespace

KindFamilies kind_families(const ItemTerms& terms, std::span<const StruggleScores> kinds,
                           std::optional<std::uint32_t> thing) {
  return Linker(terms, kinds).run(thing);
}

}  // namespace attune::problems
