// SPDX-License-Identifier: Apache-2.0
//
// Idea. One table, fresh groups × old themes, tells it all. First themes merge that one group holds
// nearly whole; then groups, most new texts first, start themes if new texts are too many for
// chance: by the bound all groups together err at most once in 1,000 rounds of no change; last, a
// theme that has doubled is divided where fresh groups divide it.
//
// When it applies. The bound takes texts as drawn one by one; people who say much break that, hence
// the floor on people. A fresh group in which an old theme goes on (it has the most of its texts,
// and .3 of them) starts none. Old texts that were homeless are left out of the shares. Where too
// many themes are old already, the likest two not held are joined, though nothing changed.
//
// What it costs. O(texts + groups · themes) for the table, and O(texts + themes · d) for each group
// or theme that may start, split or merge; O(themes² · (d + changes)) for each join that the limit
// asks for. On one thread. Memory O(texts + groups · themes).
//
// Source. W. Hoeffding, Probability inequalities for sums of bounded random variables, JASA 58
// (1963). What counts as a birth, a split or a merger is ours.
//
// Tested in rounds_test.cpp (Rounds), by whole rounds over planted topics.
#include "themes/rounds/evolution.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

namespace attune {

namespace {

constexpr double kChance = 0.001;    // of a birth or split over all groups, where nothing changed
constexpr double kContinues = 0.3;   // share of a theme's texts that makes a fresh group its own
constexpr double kMostlyNew = 0.9;   // a group so new is born even where nothing old is known well
constexpr double kFewOld = 0.1;      // share of old texts under which a group is born, not split
constexpr double kFromOne = 0.6;     // of the old texts of what is split off: from one theme
constexpr double kTogether = 0.75;   // share of each of two themes in one group that merges them
constexpr double kMostOfIt = 0.8;    // share of the group's old texts that are theirs
constexpr double kHalfOfIt = 0.3;    // share of a grown theme in each of two groups
constexpr float kUnlike = 0.5F;      // cosine to the nearest theme under which a group is apart
constexpr float kSame = 0.85F;       // cosine over which two themes are one
constexpr std::uint64_t kGrown = 2;  // times as many texts as when it settled
constexpr std::size_t kShareOfTexts = 500;  // one in so many makes a theme

/// n · divergence of the share seen from the share expected: -log of a bound on its chance.
double surprise(double seen, double expected, double n) {
  if (seen <= expected || expected <= 0.0) return 0.0;
  const double rest = seen < 1.0 ? (1.0 - seen) * std::log((1.0 - seen) / (1.0 - expected)) : 0.0;
  return n * (seen * std::log(seen / expected) + rest);
}

/// The texts of one fresh group.
struct Fresh {
  std::vector<std::uint32_t> of_old;  ///< Texts per old theme.
  std::uint32_t olds = 0;
  std::uint32_t news = 0;
  std::uint32_t homeless = 0;
};

class Successor {
 public:
  Successor(std::span<const OldTheme> old, const RoundTexts& texts, const Matrix& old_centres,
            const Matrix& fresh_centres, const SuccessionOptions& options)
      : old_(old),
        texts_(texts),
        old_centres_(old_centres),
        fresh_centres_(fresh_centres),
        options_(options),
        fresh_(fresh_centres.rows),
        sizes_(old.size(), 0),
        continued_by_(old.size(), kNewText) {
    made_.themes = old.size();
    made_.theme_of.assign(texts.old_of.begin(), texts.old_of.end());
    count();
  }

  Succession run() {
    merge();
    for (const std::uint32_t group : by_news()) start(group);
    divide_grown();
    return std::move(made_);
  }

 private:
  void count() {
    for (Fresh& fresh : fresh_) fresh.of_old.assign(old_.size(), 0);
    for (std::size_t i = 0; i < texts_.old_of.size(); ++i) {
      if (texts_.fresh_of[i] >= fresh_.size()) continue;
      Fresh& fresh = fresh_[texts_.fresh_of[i]];
      const std::uint32_t theme = texts_.old_of[i];
      if (theme == kNewText) {
        ++fresh.news;
      } else if (theme == kWasHomeless) {
        ++fresh.homeless;
      } else {
        ++fresh.olds;
        ++fresh.of_old[theme];
        ++sizes_[theme];
      }
    }
    for (const Fresh& fresh : fresh_) {
      news_ += fresh.news;
      olds_ += fresh.olds;
    }
    for (std::uint32_t t = 0; t < old_.size(); ++t) continued_by_[t] = main_group(t);
  }

  /// The fresh group with most of a theme's texts, where that is a good part of them.
  [[nodiscard]] std::uint32_t main_group(std::uint32_t theme) const {
    std::uint32_t best = kNewText;
    std::uint32_t most = 0;
    for (std::uint32_t g = 0; g < fresh_.size(); ++g) {
      if (fresh_[g].of_old[theme] <= most) continue;
      most = fresh_[g].of_old[theme];
      best = g;
    }
    return most >= kContinues * sizes_[theme] ? best : kNewText;
  }

  [[nodiscard]] std::vector<std::uint32_t> by_news() const {
    std::vector<std::uint32_t> groups(fresh_.size());
    std::iota(groups.begin(), groups.end(), 0U);
    std::stable_sort(groups.begin(), groups.end(), [&](std::uint32_t a, std::uint32_t b) {
      return fresh_[a].news > fresh_[b].news;
    });
    return groups;
  }

  [[nodiscard]] float likeness_to_old(std::uint32_t group) const {
    float best = 0.0F;
    for (std::size_t t = 0; t < old_centres_.rows; ++t)
      best = std::max(best, dot(fresh_centres_.row(group), old_centres_.row(t)));
    return best;
  }

  [[nodiscard]] bool enough(std::uint32_t group) const {
    const std::size_t least = std::max(options_.fewest_texts, texts_.old_of.size() / kShareOfTexts);
    if (fresh_[group].news < least) return false;
    std::unordered_set<std::uint32_t> people;
    for (std::size_t i = 0; i < texts_.old_of.size(); ++i) {
      if (texts_.fresh_of[i] != group || texts_.old_of[i] != kNewText) continue;
      people.insert(texts_.person_of[i]);
      if (people.size() >= options_.fewest_people) return true;
    }
    return false;
  }

  /// True where the new texts of a group say what was not said before.
  [[nodiscard]] bool is_news(std::uint32_t group) const {
    const Fresh& fresh = fresh_[group];
    const double n = fresh.news + fresh.olds;
    const double share = fresh.news / n;
    const double expected = static_cast<double>(news_) / static_cast<double>(news_ + olds_);
    const double needed = std::log(static_cast<double>(fresh_.size()) / kChance);
    if (surprise(share, expected, n) >= needed) return true;
    return share >= kMostlyNew && likeness_to_old(group) < kUnlike;
  }

  [[nodiscard]] bool continues_a_theme(std::uint32_t group) const {
    return std::find(continued_by_.begin(), continued_by_.end(), group) != continued_by_.end();
  }

  /// Makes a theme of a fresh group, if it is one.
  void start(std::uint32_t group) {
    if (made_.themes - merged_ >= options_.most_themes || fresh_[group].news == 0) return;
    if (continues_a_theme(group) || !is_news(group) || !enough(group)) return;
    const Fresh& fresh = fresh_[group];
    const auto most = std::max_element(fresh.of_old.begin(), fresh.of_old.end());
    const bool some_old = fresh.olds >= kFewOld * (fresh.olds + fresh.news);
    const bool from_one = fresh.olds > 0 && *most >= kFromOne * fresh.olds;
    const auto theme = static_cast<std::uint32_t>(most - fresh.of_old.begin());
    Change change{.kind = Change::Kind::born, .theme = next(), .why = {}};
    if (some_old && from_one && !old_[theme].held) {
      change.kind = Change::Kind::split;
      change.from.push_back(theme);
      change.why = std::to_string(fresh.news) + " new texts and " + std::to_string(*most) +
                   " of its own say something apart";
      move(group, theme, change.theme);
    } else {
      change.why = std::to_string(fresh.news) + " new texts say what was not said before";
      move(group, kWasHomeless, change.theme);
    }
    move(group, kNewText, change.theme);
    made_.changes.push_back(std::move(change));
  }

  std::uint32_t next() { return static_cast<std::uint32_t>(made_.themes++); }

  /// The texts of `group` that were in `from` go to `to`.
  void move(std::uint32_t group, std::uint32_t from, std::uint32_t to) {
    for (std::size_t i = 0; i < texts_.old_of.size(); ++i) {
      if (texts_.fresh_of[i] == group && texts_.old_of[i] == from) made_.theme_of[i] = to;
    }
  }

  /// A theme that has doubled is looked at again, and divided where the fresh grouping divides it.
  void divide_grown() {
    for (std::uint32_t t = 0; t < old_.size(); ++t) {
      if (old_[t].held || old_[t].settled == 0 || gone(t)) continue;
      if (sizes_[t] < kGrown * old_[t].settled) continue;
      made_.looked_at.push_back(t);
      const std::uint32_t first = continued_by_[t];
      if (first == kNewText || made_.themes - merged_ >= options_.most_themes) continue;
      std::uint32_t second = kNewText;
      for (std::uint32_t g = 0; g < fresh_.size(); ++g) {
        if (g == first || (second != kNewText && of(t, g) <= of(t, second))) continue;
        second = g;
      }
      if (second == kNewText || !is_half(t, first) || !is_half(t, second)) continue;
      Change change{.kind = Change::Kind::split, .theme = next(), .from = {t}, .why = {}};
      change.why = "it has grown, and " + std::to_string(of(t, second)) + " of its " +
                   std::to_string(sizes_[t]) + " texts say something apart";
      move(second, t, change.theme);
      made_.changes.push_back(std::move(change));
    }
  }

  [[nodiscard]] std::uint32_t of(std::uint32_t theme, std::uint32_t group) const {
    return fresh_[group].of_old[theme];
  }
  [[nodiscard]] bool is_half(std::uint32_t theme, std::uint32_t group) const {
    return of(theme, group) >= kHalfOfIt * sizes_[theme] &&
           2 * of(theme, group) >= fresh_[group].olds;
  }

  /// Themes that one fresh group holds nearly whole, and that point the same way, become one.
  void merge() {
    for (std::uint32_t g = 0; g < fresh_.size(); ++g) {
      std::vector<std::uint32_t> here;
      std::uint32_t theirs = 0;
      for (std::uint32_t t = 0; t < old_.size(); ++t) {
        if (old_[t].held || sizes_[t] == 0 || of(t, g) < kTogether * sizes_[t]) continue;
        here.push_back(t);
        theirs += of(t, g);
      }
      if (here.size() < 2 || theirs < kMostOfIt * fresh_[g].olds) continue;
      std::stable_sort(here.begin(), here.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return sizes_[a] > sizes_[b]; });
      for (std::size_t i = 1; i < here.size(); ++i) {
        if (dot(old_centres_.row(here[0]), old_centres_.row(here[i])) >= kSame)
          join(here[0], here[i], "people now say both in the same words");
      }
    }
    for (std::size_t alive = old_.size() - merged_; alive > options_.most_themes; --alive) {
      if (!join_nearest()) return;
    }
  }

  void join(std::uint32_t kept, std::uint32_t lost, std::string why) {
    ++merged_;
    made_.changes.push_back({Change::Kind::merged, kept, {lost}, std::move(why)});
    std::replace(made_.theme_of.begin(), made_.theme_of.end(), lost, kept);
  }

  [[nodiscard]] bool gone(std::uint32_t theme) const {
    return std::any_of(made_.changes.begin(), made_.changes.end(), [&](const Change& change) {
      return change.kind == Change::Kind::merged && change.from[0] == theme;
    });
  }

  /// Where fewer themes are asked for than there are. False if none may be joined.
  bool join_nearest() {
    float most = -2.0F;
    std::uint32_t kept = 0;
    std::uint32_t lost = 0;
    for (std::uint32_t a = 0; a < old_.size(); ++a) {
      if (old_[a].held || gone(a)) continue;
      for (std::uint32_t b = a + 1; b < old_.size(); ++b) {
        if (old_[b].held || gone(b)) continue;
        const float likeness = dot(old_centres_.row(a), old_centres_.row(b));
        if (likeness <= most) continue;
        most = likeness;
        kept = sizes_[a] >= sizes_[b] ? a : b;
        lost = sizes_[a] >= sizes_[b] ? b : a;
      }
    }
    if (kept == lost) return false;
    join(kept, lost, "fewer themes were asked for");
    return true;
  }

  std::span<const OldTheme> old_;
  const RoundTexts& texts_;
  const Matrix& old_centres_;
  const Matrix& fresh_centres_;
  const SuccessionOptions& options_;
  std::vector<Fresh> fresh_;
  std::vector<std::uint32_t> sizes_;         ///< Per old theme: texts that are here again.
  std::vector<std::uint32_t> continued_by_;  ///< Per old theme: its fresh group, or kNewText.
  std::uint64_t news_ = 0;
  std::uint64_t olds_ = 0;
  std::size_t merged_ = 0;
  Succession made_;
};

}  // namespace

Succession succeed(std::span<const OldTheme> old, const RoundTexts& texts,
                   const Matrix& old_centres, const Matrix& fresh_centres,
                   const SuccessionOptions& options) {
  return Successor(old, texts, old_centres, fresh_centres, options).run();
}

}  // namespace attune
