// SPDX-License-Identifier: Apache-2.0
//
// Idea. Kinds compete within an item. What is far less likely than the likeliest is not meant; and
// a kind that says how a thing fails (it is late, the app shows it) gives way to one that says what
// (the refund, the parcel), since whoever owns the thing must mend it. Then kinds of one family are
// one.
//
// When it applies. At most four kinds an item; three people a group. Ids are of the kind that
// stands for its family, so they stay from round to round as long as that kind stays the largest.
//
// What it costs. O(items × kinds), and what kind_families() costs.
//
// Source. Ours; the margins were chosen on messages coded by reading (docs/decisions/0007).
//
// Tested in key_groups_test.cpp.
#include "problems/groups/key_groups.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

#include "base/hash.h"
#include "problems/groups/kind_families.h"

namespace attune::problems {

namespace {
constexpr float kMember = 0.5F;
constexpr float kSpeaks = 0.8F;  // Probability that who speaks of the common thing means it.
constexpr std::size_t kFewestPeople = 3;
constexpr double kNear = 2.6;          // Log-odds below the likeliest kind that still count.
constexpr double kIsOfIt = 1.5;        // The same for waiting for a thing or for money.
constexpr double kGivesWay = -0.5;     // Log-odds by which a manner must be likelier than a matter.
constexpr std::size_t kMostKinds = 4;  // That one item is taken to speak of.

double logit(float p) {
  const double q = std::clamp(static_cast<double>(p), 1e-4, 1 - 1e-4);
  return std::log(q / (1 - q));
}

float of(const StruggleScores& scores, StruggleKind kind) {
  return scores[static_cast<std::size_t>(kind)];
}

/// Kinds that say how a thing fails, whatever it is: they give way to a kind that says what.
constexpr bool says_how(std::size_t kind) {
  switch (static_cast<StruggleKind>(kind)) {
    case StruggleKind::wait:
    case StruggleKind::app:
    case StruggleKind::payment:
    case StruggleKind::information:
    case StruggleKind::feature:
    case StruggleKind::usability:
    case StruggleKind::policy:
      return true;
    default:
      return false;
  }
}

/// Leaves of an item's kinds the likeliest, and of these what is near the first: who waits for a
/// refund speaks of the refund.
StruggleScores likeliest(const StruggleScores& scores) {
  StruggleScores sorted = scores;
  std::nth_element(sorted.begin(), sorted.begin() + kMostKinds, sorted.end(), std::greater<>());
  const double first = logit(*std::max_element(scores.begin(), scores.end()));
  double matter = -kNear;
  for (std::size_t k = 0; k < kStruggleKinds; ++k) {
    if (!says_how(k)) matter = std::max(matter, logit(scores[k]));
  }
  const double thing =
      std::max(logit(of(scores, StruggleKind::missing)), logit(of(scores, StruggleKind::charge)));
  StruggleScores out{};
  for (std::size_t k = 0; k < kStruggleKinds; ++k) {
    const double odds = logit(scores[k]);
    const bool waits = k == static_cast<std::size_t>(StruggleKind::wait);
    const bool gives_way = (says_how(k) && matter >= 0 && odds < matter + kGivesWay) ||
                           (waits && thing >= 0 && odds < thing + kIsOfIt);
    const bool near = odds >= first - kNear && !gives_way;
    out[k] = near && scores[k] > sorted[kMostKinds] ? scores[k] : 0;
  }
  return out;
}

/// The family that most of those who speak of `thing` are of; kStruggleKinds where none is sure.
std::size_t family_of(std::uint32_t thing, const ItemTerms& terms,
                      std::span<const StruggleScores> kinds, const KindFamilies& family) {
  std::array<std::size_t, kStruggleKinds> told{};
  for (std::uint32_t i = 0; i < kinds.size(); ++i) {
    if (!terms.has(i, thing)) continue;
    const auto first = std::max_element(kinds[i].begin(), kinds[i].end());
    if (*first >= kMember) ++told[family[static_cast<std::size_t>(first - kinds[i].begin())]];
  }
  const auto most = std::max_element(told.begin(), told.end());
  if (*most < kFewestPeople) return kStruggleKinds;
  return static_cast<std::size_t>(most - told.begin());
}

/// The likeliest of each family, at the place of the kind that stands for it.
StruggleScores by_family(const StruggleScores& said, const KindFamilies& family) {
  StruggleScores best{};
  for (std::size_t k = 0; k < kStruggleKinds; ++k)
    best[family[k]] = std::max(best[family[k]], said[k]);
  return best;
}

}  // namespace

KeyGroups key_groups(std::span<const ThemeItem> items, const ItemTerms& terms,
                     std::span<const StruggleScores> kinds, std::optional<std::uint32_t> thing) {
  const KindFamilies family = kind_families(terms, kinds, thing);
  const std::size_t of_thing = thing ? family_of(*thing, terms, kinds, family) : kStruggleKinds;
  std::array<KeyGroup, kStruggleKinds> groups;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    StruggleScores best = by_family(likeliest(kinds[i]), family);
    if (of_thing < kStruggleKinds && terms.has(i, *thing))
      best[of_thing] = std::max(best[of_thing], kSpeaks);
    for (std::size_t k = 0; k < kStruggleKinds; ++k) {
      if (best[k] < kMember) continue;
      groups[k].members.push_back(i);
      groups[k].p.push_back(best[k]);
    }
  }
  KeyGroups out;
  std::vector<std::uint8_t> placed(items.size(), 0);
  std::vector<std::pair<std::uint64_t, std::size_t>> sizes;  // People, kind.
  for (std::size_t k = 0; k < kStruggleKinds; ++k) {
    groups[k].kind = static_cast<StruggleKind>(k);
    groups[k].id = "t_" + hex64(hash64(kStruggleKindNames[k]));
    const std::uint64_t people = people_among(items, groups[k].members);
    if (people < kFewestPeople) continue;
    for (const std::uint32_t i : groups[k].members) placed[i] = 1;
    sizes.emplace_back(people, k);
  }
  std::stable_sort(sizes.begin(), sizes.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [people, k] : sizes) out.groups.push_back(std::move(groups[k]));
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (placed[i] == 0) out.rest.push_back(i);
  }
  return out;
}

}  // namespace attune::problems
