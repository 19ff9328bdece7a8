// SPDX-License-Identifier: Apache-2.0
#include "problems/rounds.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "measure/compare.h"
#include "measure/interval.h"

namespace attune::problems {

namespace {

constexpr double kSame = 0.35;              // Likeness from which two topics are one.
constexpr double kRarer = 0.5;              // A new topic's words were at most so common before.
constexpr double kUncommon = 5;             // Units taken to have used a word that under ten used.
constexpr std::size_t kTelling = 8;         // Words of a topic that are looked at.
constexpr std::uint64_t kFewestInNew = 10;  // People who make a problem new.

struct Pair {
  std::size_t before = 0;
  std::size_t now = 0;
  double likeness = 0;
};

/// Every pair that may be one, most alike first.
std::vector<Pair> like_pairs(const std::vector<TopicPrint>& before,
                             const std::vector<TopicPrint>& now) {
  std::vector<Pair> pairs;
  for (std::size_t b = 0; b < before.size(); ++b) {
    for (std::size_t n = 0; n < now.size(); ++n) {
      const double like = likeness(before[b], now[n]);
      if (like >= kSame) pairs.push_back({.before = b, .now = n, .likeness = like});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tuple(-a.likeness, a.now, a.before) < std::tuple(-b.likeness, b.now, b.before);
  });
  return pairs;
}

/// Per problem of now: the index of its earlier partner, if any.
using Partners = std::vector<std::optional<std::size_t>>;

Partners match(const std::vector<TopicPrint>& before, const std::vector<TopicPrint>& now) {
  Partners partners(now.size());
  std::vector<bool> taken(before.size(), false);
  for (const Pair& pair : like_pairs(before, now)) {
    if (taken[pair.before] || partners[pair.now]) continue;
    partners[pair.now] = pair.before;
    taken[pair.before] = true;
  }
  return partners;
}

/// Units that speak of an earlier problem now, by its words alone: as many a unit that its words
/// found then as the problem had.
std::uint64_t now_by_words(const TopicPrint& earlier, std::uint64_t found, std::uint64_t units) {
  if (earlier.by_words == 0) return std::min(found, units);
  const double scale = static_cast<double>(earlier.count) / static_cast<double>(earlier.by_words);
  return std::min(units,
                  static_cast<std::uint64_t>(std::llround(static_cast<double>(found) * scale)));
}

/// Earlier problems in both rounds, each counted as its round shows it; what is gone, by its words.
std::vector<TopicChange> as_shown(const EarlierRound& before, const Explanation& now,
                                  const Partners& partners,
                                  const std::vector<std::uint64_t>& found) {
  std::vector<TopicChange> out;
  for (std::size_t b = 0; b < before.problems.size(); ++b) {
    const TopicPrint& earlier = before.problems[b];
    out.push_back({.name = earlier.name,
                   .name_before = earlier.name,
                   .theme_before = earlier.theme,
                   .before = share_of(earlier.count, before.units),
                   .now = share_of(now_by_words(earlier, found[b], now.units), now.units)});
  }
  for (std::size_t n = 0; n < now.prints.size(); ++n) {
    if (!partners[n]) continue;
    TopicChange& change = out[*partners[n]];
    change.name = now.prints[n].name;
    change.theme = now.prints[n].theme;
    change.now = share_of(now.prints[n].count, now.units);
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
  change.turn = judged.turn;
}

/// What is said where the groups of the two rounds turned one way and the words another: what both
/// say, and where they differ in whether it moved or whither, nothing.
Turn what_both_say(Turn groups, Turn words) {
  const bool alike = for_the_worse(groups) == for_the_worse(words) &&
                     for_the_better(groups) == for_the_better(words) &&
                     (groups == Turn::unchanged) == (words == Turn::unchanged);
  return alike ? groups : Turn::unclear;
}

/// What became of the earlier problems. However the groups of each round were drawn, a change
/// counts only where one yardstick for both, the earlier words, says it too.
std::vector<TopicChange> earlier_problems(const EarlierRound& before, const Explanation& now,
                                          const Partners& partners, const PassageWords& words) {
  const std::vector<std::uint64_t> found = count_by_prints(before.problems, words);
  std::vector<TopicChange> out = as_shown(before, now, partners, found);
  std::vector<RoundPair> shown;
  std::vector<RoundPair> by_words;
  for (std::size_t b = 0; b < out.size(); ++b) {
    shown.push_back(pair_of(out[b]));
    by_words.push_back({.old_count = before.problems[b].by_words,
                        .old_of = before.units,
                        .new_count = std::min(found[b], now.units),
                        .new_of = now.units});
  }
  const std::vector<RoundChange> of_groups = compare_rounds(shown, {});
  const std::vector<RoundChange> of_words = compare_rounds(by_words, {});
  for (std::size_t b = 0; b < out.size(); ++b) {
    judge(out[b], of_groups[b]);
    out[b].turn = what_both_say(of_groups[b].turn, of_words[b].turn);
  }
  return out;
}

/// How common a topic's most telling words were, as a part of how common they are now.
double words_before(const TopicPrint& print, const EarlierRound& before, const Explanation& now) {
  double part = 0;
  double weights = 0;
  for (std::size_t i = 0; i < std::min(print.terms.size(), kTelling); ++i) {
    const auto& [word, weight] = print.terms[i];
    const auto used = std::lower_bound(now.common_words.begin(), now.common_words.end(),
                                       std::pair<std::uint64_t, std::uint32_t>(word, 0));
    if (used == now.common_words.end() || used->first != word) continue;
    const auto earlier = before.common_words.find(word);
    const double was = earlier == before.common_words.end() ? kUncommon : earlier->second;
    const double is = used->second;
    part += static_cast<double>(weight) * was / static_cast<double>(before.units) /
            (is / static_cast<double>(now.units));
    weights += static_cast<double>(weight);
  }
  return weights > 0 ? part / weights : 1;
}

/// Problems of now that are like none before, and whose words were rare then.
std::vector<TopicChange> new_problems(const EarlierRound& before, const Explanation& now,
                                      const Partners& partners) {
  std::vector<TopicChange> out;
  for (std::size_t n = 0; n < now.prints.size(); ++n) {
    const TopicPrint& print = now.prints[n];
    if (before.units == 0 || partners[n] || print.count < kFewestInNew) continue;
    if (words_before(print, before, now) > kRarer) continue;
    TopicChange change{.name = print.name,
                       .theme = print.theme,
                       .now = share_of(print.count, now.units),
                       .turn = Turn::fresh};
    change.difference = change.now.value();
    change.interval = change.now.interval;
    out.push_back(std::move(change));
  }
  return out;
}

/// What moved first: worse and new, then better and solved, then the rest, larger ones first.
int order_of(Turn turn) {
  if (for_the_worse(turn)) return 0;
  if (for_the_better(turn)) return 1;
  return turn == Turn::unchanged ? 2 : 3;
}

/// What moved first, larger moves first; then what did not, larger problems first.
bool comes_first(const TopicChange& a, const TopicChange& b) {
  const int x = order_of(a.turn);
  const int y = order_of(b.turn);
  if (x != y) return x < y;
  const auto size = [x](const TopicChange& c) {
    return x < 2 ? std::abs(c.difference) : std::max(c.before.value(), c.now.value());
  };
  return size(a) > size(b);
}

}  // namespace

RoundComparison compare_with(const EarlierRound& before, const Explanation& now,
                             const PassageWords& words) {
  RoundComparison out{.known = true,
                      .files = before.files,
                      .from = before.from,
                      .to = before.to,
                      .unit = before.unit,
                      .units = before.units};
  const Partners partners = match(before.problems, now.prints);
  out.problems = earlier_problems(before, now, partners, words);
  for (TopicChange& change : new_problems(before, now, partners))
    out.problems.push_back(std::move(change));
  std::stable_sort(out.problems.begin(), out.problems.end(), comes_first);
  out.negative.before = share_of(before.negative, before.units);
  out.negative.now = now.feelings.negative;
  judge(out.negative, compare_rounds(std::vector{pair_of(out.negative)}, {}).front());
  return out;
}

}  // namespace attune::problems
