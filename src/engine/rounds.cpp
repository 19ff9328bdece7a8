// SPDX-License-Identifier: Apache-2.0
#include "engine/rounds.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "engine/prints.h"
#include "measure/compare.h"
#include "measure/interval.h"

namespace attune {

namespace {

constexpr double kSame = 0.35;  // Likeness from which two topics are one,
constexpr double kAkin = 0.25;  // and from which an unmatched one is not called new or solved.

struct Pair {
  std::size_t before = 0;
  std::size_t now = 0;
  double likeness = 0;
};

/// Every pair that is akin, most alike first.
std::vector<Pair> akin_pairs(const std::vector<TopicPrint>& before,
                             const std::vector<TopicPrint>& now) {
  std::vector<Pair> pairs;
  for (std::size_t b = 0; b < before.size(); ++b) {
    for (std::size_t n = 0; n < now.size(); ++n) {
      const double like = likeness(before[b], now[n]);
      if (like >= kAkin) pairs.push_back({.before = b, .now = n, .likeness = like});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tuple(-a.likeness, a.now, a.before) < std::tuple(-b.likeness, b.now, b.before);
  });
  return pairs;
}

/// Who is whose partner, and who at least has kin in the other round.
struct Matches {
  std::vector<std::optional<std::size_t>> of_now;  ///< Index into the earlier problems.
  std::vector<bool> before_taken;
  std::vector<bool> before_akin, now_akin;
};

Matches match(const std::vector<TopicPrint>& before, const std::vector<TopicPrint>& now) {
  Matches out{.of_now = std::vector<std::optional<std::size_t>>(now.size()),
              .before_taken = std::vector<bool>(before.size(), false),
              .before_akin = std::vector<bool>(before.size(), false),
              .now_akin = std::vector<bool>(now.size(), false)};
  for (const Pair& pair : akin_pairs(before, now)) {
    out.before_akin[pair.before] = true;
    out.now_akin[pair.now] = true;
    if (pair.likeness < kSame || out.before_taken[pair.before] || out.of_now[pair.now]) continue;
    out.of_now[pair.now] = pair.before;
    out.before_taken[pair.before] = true;
  }
  return out;
}

Turn turn_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::better:
      return Turn::better;
    case Verdict::worse:
      return Turn::worse;
    case Verdict::fresh:
      return Turn::fresh;
    case Verdict::solved:
      return Turn::solved;
    case Verdict::unchanged:
      return Turn::unchanged;
    case Verdict::unclear:
      break;
  }
  return Turn::unclear;
}

/// A change before it is judged.
struct Draft {
  TopicChange change;
  bool akin = false;  ///< Has kin in the other round but no partner.
};

std::vector<Draft> drafts(const EarlierRound& before, const Explanation& now) {
  const Matches matches = match(before.problems, now.prints);
  std::vector<Draft> out;
  for (std::size_t n = 0; n < now.prints.size(); ++n) {
    const TopicPrint& print = now.prints[n];
    Draft draft{.change = {.name = print.name, .theme = print.theme}};
    draft.change.now = share_of(print.count, now.units);
    draft.change.before = share_of(0, before.units);
    if (const auto partner = matches.of_now[n]) {
      const TopicPrint& earlier = before.problems[*partner];
      draft.change.name_before = earlier.name;
      draft.change.theme_before = earlier.theme;
      draft.change.before = share_of(earlier.count, before.units);
    } else {
      draft.akin = matches.now_akin[n];
    }
    out.push_back(std::move(draft));
  }
  for (std::size_t b = 0; b < before.problems.size(); ++b) {
    if (matches.before_taken[b]) continue;
    const TopicPrint& earlier = before.problems[b];
    Draft draft{.change = {.name = earlier.name,
                           .name_before = earlier.name,
                           .theme_before = earlier.theme,
                           .before = share_of(earlier.count, before.units),
                           .now = share_of(0, now.units)},
                .akin = matches.before_akin[b]};
    out.push_back(std::move(draft));
  }
  return out;
}

RoundPair pair_of(const TopicChange& change) {
  return {.old_count = change.before.count,
          .old_of = change.before.of,
          .new_count = change.now.count,
          .new_of = change.now.of};
}

void judge(TopicChange& change, const RoundChange& judged) {
  change.difference = judged.difference;
  change.interval = judged.interval;
  change.turn = turn_of(judged.verdict);
}

/// What moved first: worse and new, then better and solved, then the rest, larger ones first.
int order_of(Turn turn) {
  switch (turn) {
    case Turn::worse:
    case Turn::fresh:
      return 0;
    case Turn::better:
    case Turn::solved:
      return 1;
    case Turn::unchanged:
      return 2;
    case Turn::unclear:
      break;
  }
  return 3;
}

}  // namespace

RoundComparison compare_with(const EarlierRound& before, const Explanation& now) {
  RoundComparison out{.known = true,
                      .files = before.files,
                      .from = before.from,
                      .to = before.to,
                      .unit = before.unit,
                      .units = before.units};
  std::vector<Draft> all = drafts(before, now);
  std::vector<RoundPair> pairs;
  for (const Draft& draft : all) pairs.push_back(pair_of(draft.change));
  const std::vector<RoundChange> judged = compare_rounds(pairs, {});
  for (std::size_t i = 0; i < all.size(); ++i) {
    judge(all[i].change, judged[i]);
    // Part of what another topic was: its people were there, under another heading.
    if (all[i].akin) all[i].change.turn = Turn::unclear;
    out.problems.push_back(std::move(all[i].change));
  }
  std::stable_sort(
      out.problems.begin(), out.problems.end(), [](const TopicChange& a, const TopicChange& b) {
        const auto most = [](const TopicChange& c) {
          return std::max(c.before.value(), c.now.value());
        };
        const int x = order_of(a.turn);
        const int y = order_of(b.turn);
        if (x != y) return x < y;
        return x < 2 ? std::abs(a.difference) > std::abs(b.difference) : most(a) > most(b);
      });
  out.negative.before = share_of(before.negative, before.units);
  out.negative.now = now.feelings.negative;
  judge(out.negative, compare_rounds(std::vector{pair_of(out.negative)}, {}).front());
  return out;
}

}  // namespace attune
