// SPDX-License-Identifier: Apache-2.0
#include "themes/discover.h"

#include <algorithm>
#include <unordered_set>

#include "base/hash.h"
#include "themes/grouping.h"
#include "themes/naming.h"
#include "themes/quoting.h"
#include "themes/units.h"

namespace attune {

namespace {

constexpr std::size_t kMostLearnt = 10000;  // distinct texts that the groups are learnt from
constexpr float kLeastLike = 0.12F;         // cosine under which a text is unlike its theme
constexpr std::size_t kNamingTexts = 300;   // per theme
constexpr std::size_t kQuotable = 120;      // most typical texts looked at for quotes, per theme
constexpr std::size_t kFarQuotable = 8;     // and so many of the least typical
constexpr std::size_t kQuotes = 5;
constexpr std::size_t kSignature = 16;
constexpr std::uint32_t kHomeless = 0xFFFFFFFF;

/// One theme in the making.
struct Draft {
  std::uint32_t group = 0;
  std::uint64_t people = 0;
  std::vector<std::uint32_t> units;
};

class Discoverer {
 public:
  Discoverer(std::span<const ThemeItem> items, const DiscoverOptions& options, const Pool& pool)
      : items_(items), options_(options), pool_(pool), units_(distinct_units(items, pool)) {}

  Discovery run() {
    found_.theme_of.assign(items_.size(), -1);
    found_.why.assign(items_.size(), NoHome::unlike_any_other);
    explain_wordless();
    if (units_.size() == 0) return std::move(found_);
    learn();
    turn_out_strangers();
    dissolve_small();
    draft();
    for (const Draft& made : drafts_) found_.themes.push_back(theme(made));
    settle();
    name();
    quote();
    return std::move(found_);
  }

 private:
  void explain_wordless() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!items_[i].readable) {
        found_.why[i] = NoHome::unread_language;
      } else if (units_.unit_of[i] == Units::kNone) {
        found_.why[i] = NoHome::too_short;
      }
    }
  }

  [[nodiscard]] std::vector<std::string_view> texts(std::span<const std::uint32_t> units) const {
    std::vector<std::string_view> out;
    out.reserve(units.size());
    for (const std::uint32_t u : units) out.push_back(items_[units_.first(u)].text);
    return out;
  }

  void learn() {
    std::vector<std::string_view> all;
    all.reserve(units_.size());
    for (std::size_t u = 0; u < units_.size(); ++u) all.push_back(items_[units_.first(u)].text);
    const std::size_t learnt = std::min(kMostLearnt, units_.size());
    grouping_.emplace(std::span(all).first(learnt), std::span(units_.keys).first(learnt),
                      GroupingOptions{.k = options_.k,
                                      .most = options_.most_themes,
                                      .seed = options_.seed,
                                      .concepts = options_.concepts},
                      pool_);
    places_ = grouping_->place(all, pool_);
  }

  /// Units that are like nothing lose their home, the least typical first, within the share
  /// allowed.
  void turn_out_strangers() {
    std::vector<std::uint32_t> strangers;
    std::size_t homeless = 0;
    std::size_t readable = 0;
    for (std::uint32_t u = 0; u < units_.size(); ++u) {
      readable += units_.items(u).size();
      if (!places_[u].known || places_[u].cosine < kLeastLike) strangers.push_back(u);
    }
    std::sort(strangers.begin(), strangers.end(), [&](std::uint32_t a, std::uint32_t b) {
      return places_[a].cosine != places_[b].cosine ? places_[a].cosine < places_[b].cosine : a < b;
    });
    const auto allowed =
        static_cast<std::size_t>(options_.most_homeless * static_cast<double>(readable));
    for (const std::uint32_t u : strangers) {
      homeless += units_.items(u).size();
      if (homeless > allowed) break;
      places_[u].group = kHomeless;
    }
  }

  [[nodiscard]] std::uint64_t people_in(std::span<const std::uint32_t> units) const {
    std::unordered_set<std::uint32_t> people;
    for (const std::uint32_t u : units) {
      for (const std::uint32_t i : units_.items(u)) people.insert(items_[i].person);
    }
    return people.size();
  }

  [[nodiscard]] std::vector<std::vector<std::uint32_t>> units_by_group() const {
    std::vector<std::vector<std::uint32_t>> groups(grouping_->groups());
    for (std::uint32_t u = 0; u < units_.size(); ++u) {
      if (places_[u].group != kHomeless) groups[places_[u].group].push_back(u);
    }
    return groups;
  }

  /// Groups of too few people give their texts to the nearest group that stays, if any does.
  void dissolve_small() {
    if (options_.k) return;
    std::vector<std::uint32_t> staying;
    std::vector<std::uint32_t> leaving;
    const auto groups = units_by_group();
    for (std::uint32_t g = 0; g < groups.size(); ++g) {
      if (people_in(groups[g]) >= options_.fewest_people) {
        staying.push_back(g);
      } else {
        leaving.insert(leaving.end(), groups[g].begin(), groups[g].end());
      }
    }
    const std::vector<Nearest> nearest = grouping_->nearest(texts(leaving), staying, pool_);
    for (std::size_t i = 0; i < leaving.size(); ++i) {
      Place& place = places_[leaving[i]];
      place.group = staying.empty() ? kHomeless : staying[nearest[i].cluster];
      place.cosine = nearest[i].cosine;
    }
  }

  void draft() {
    const auto groups = units_by_group();
    for (std::uint32_t g = 0; g < groups.size(); ++g) {
      if (!groups[g].empty()) drafts_.push_back({g, people_in(groups[g]), groups[g]});
    }
    std::sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) {
      if (a.people != b.people) return a.people > b.people;
      return a.units < b.units;
    });
  }

  FoundTheme theme(const Draft& made) {
    FoundTheme theme;
    theme.people = made.people;
    theme.signature = grouping_->signature(made.group, kSignature);
    std::uint64_t id = 0;
    for (const auto& [term, weight] : theme.signature) id += hash_pair(term, 0);
    while (!ids_.insert(id).second) id = hash_pair(id, 1);
    theme.id = "t_" + hex64(id);
    for (const std::uint32_t u : made.units) {
      const auto items = units_.items(u);
      theme.members.insert(theme.members.end(), items.begin(), items.end());
    }
    std::sort(theme.members.begin(), theme.members.end());
    return theme;
  }

  void settle() {
    for (std::size_t t = 0; t < found_.themes.size(); ++t) {
      for (const std::uint32_t item : found_.themes[t].members) {
        found_.theme_of[item] = static_cast<std::int32_t>(t);
        found_.why[item] = NoHome::has_home;
      }
    }
  }

  void name() {
    std::vector<NamingText> texts;
    for (std::uint32_t t = 0; t < drafts_.size(); ++t) {
      std::unordered_set<std::uint32_t> people;
      for (const std::uint32_t u : drafts_[t].units) {
        const ThemeItem& item = items_[units_.first(u)];
        if (people.insert(item.person).second) texts.push_back({item.text, t});
        if (people.size() == kNamingTexts) break;
      }
    }
    std::vector<ThemeWords> words = name_themes(texts, drafts_.size(), pool_);
    for (std::size_t t = 0; t < words.size(); ++t) {
      found_.themes[t].name = std::move(words[t].name);
      found_.themes[t].keywords = std::move(words[t].keywords);
    }
  }

  /// The most typical units of a theme, and a few of the least.
  [[nodiscard]] std::vector<std::uint32_t> quotable(const Draft& made) const {
    std::vector<std::uint32_t> units = made.units;
    std::sort(units.begin(), units.end(), [&](std::uint32_t a, std::uint32_t b) {
      return places_[a].cosine != places_[b].cosine ? places_[a].cosine > places_[b].cosine : a < b;
    });
    if (units.size() > kQuotable + kFarQuotable) {
      units.erase(units.begin() + kQuotable, units.end() - kFarQuotable);
    }
    return units;
  }

  void quote() {
    pool_.for_each_chunk(drafts_.size(), 1, [&](std::size_t begin, std::size_t end) {
      for (std::size_t t = begin; t < end; ++t) {
        const std::vector<std::uint32_t> units = quotable(drafts_[t]);
        std::vector<Quotable> texts;
        for (const std::uint32_t u : units) {
          const std::uint32_t item = units_.first(u);
          const std::string_view text = items_[item].text;
          const auto words =
              static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
          texts.push_back({item, items_[item].person, words, places_[u].cosine});
        }
        found_.themes[t].quotes =
            choose_quotes(texts, grouping_->vectors(this->texts(units)), kQuotes);
      }
    });
  }

  std::span<const ThemeItem> items_;
  const DiscoverOptions& options_;
  const Pool& pool_;
  Units units_;
  std::optional<Grouping> grouping_;
  std::vector<Place> places_;  ///< Per unit.
  std::vector<Draft> drafts_;  ///< Most people first.
  std::unordered_set<std::uint64_t> ids_;
  Discovery found_;
};

}  // namespace

std::string_view words(NoHome why) {
  switch (why) {
    case NoHome::has_home:
      return "";
    case NoHome::too_short:
      return "too short";
    case NoHome::unlike_any_other:
      return "unlike any other";
    case NoHome::unread_language:
      return "unread language";
  }
  return "";
}

Discovery discover(std::span<const ThemeItem> items, const DiscoverOptions& options,
                   const Pool& pool) {
  return Discoverer(items, options, pool).run();
}

}  // namespace attune
