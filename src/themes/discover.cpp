// SPDX-License-Identifier: Apache-2.0
#include "themes/discover.h"

#include <algorithm>
#include <unordered_set>

#include "base/hash.h"
#include "themes/groups/grouping.h"
#include "themes/names/drafts.h"
#include "themes/names/parents.h"
#include "themes/rounds/carry_on.h"
#include "themes/rounds/round_end.h"
#include "themes/words/distinct_texts.h"

namespace attune {

namespace {

constexpr std::size_t kMostLearnt = 10000;  // distinct texts that the groups are learnt from
constexpr float kLeastLike = 0.12F;         // cosine under which a text is unlike its theme
constexpr std::size_t kSignature = 16;
constexpr std::uint32_t kHomeless = 0xFFFFFFFF;

class Discoverer {
 public:
  Discoverer(std::span<const ThemeItem> items, const DiscoverOptions& options, const Pool& pool)
      : items_(items), options_(options), pool_(pool), units_(distinct_units(items, pool)) {}

  Discovery run() {
    found_.theme_of.assign(items_.size(), -1);
    found_.why.assign(items_.size(), NoHome::unlike_any_other);
    if (options_.previous != nullptr) remembered_ = *options_.previous;
    explain_wordless();
    if (units_.size() > 0) {
      for (std::size_t u = 0; u < units_.size(); ++u)
        texts_.push_back(items_[units_.first(u)].text);
      learn();
      turn_out_strangers();
      dissolve_small();
      identify();
      if (options_.edits != nullptr && !options_.edits->empty() && !edited()) {
        return std::move(found_);
      }
      draft();
      show();
    }
    if (options_.previous != nullptr && units_.size() == 0) groups_ = remembered_.themes;
    end();
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

  void learn() {
    const std::size_t learnt = std::min(kMostLearnt, units_.size());
    grouping_.emplace(std::span(texts_).first(learnt), std::span(units_.keys).first(learnt),
                      GroupingOptions{.k = options_.k,
                                      .most = options_.most_themes,
                                      .seed = options_.seed,
                                      .concepts = options_.concepts,
                                      .effort = options_.effort},
                      pool_);
    if (options_.previous != nullptr && !options_.previous->themes.empty()) {
      carry_on();
      return;
    }
    places_ = grouping_->place(texts_, grouping_->known(), pool_);
    groups_.resize(grouping_->groups());
    settled_in_.assign(units_.size(), kNewText);
  }

  /// Groups and places are those of the round before, as far as they go.
  void carry_on() {
    std::vector<std::uint32_t> people;
    for (std::size_t u = 0; u < units_.size(); ++u)
      people.push_back(items_[units_.first(u)].person);
    const std::vector<std::uint32_t> old = recall(*options_.previous, units_.keys);
    SteadyGroups steady =
        attune::carry_on(*options_.previous,
                         {.texts = texts_,
                          .old_of = old,
                          .person_of = people,
                          .most_themes = options_.k.value_or(options_.most_themes)},
                         *grouping_, pool_);
    groups_ = std::move(steady.groups);
    places_ = std::move(steady.places);
    settled_in_ = std::move(steady.settled_in);
    anchors_ = std::move(steady.anchors);
    changes_ = std::move(steady.changes);
    for (const Change& change : changes_) {
      if (change.kind != Change::Kind::merged) continue;
      remembered_.gone.emplace_back(groups_[change.from[0]].id, groups_[change.theme].id);
    }
  }

  /// Units that are like nothing lose their home, the least typical first, within the share
  /// allowed. Those that an earlier round settled stay as they were.
  void turn_out_strangers() {
    std::vector<std::uint32_t> strangers;
    std::size_t homeless = 0;
    std::size_t readable = 0;
    for (std::uint32_t u = 0; u < units_.size(); ++u) {
      readable += units_.items(u).size();
      if (settled_in_[u] == kWasHomeless) {
        places_[u].group = kHomeless;
        homeless += units_.items(u).size();
      } else if (settled_in_[u] == kNewText &&
                 (!places_[u].known || places_[u].cosine < kLeastLike)) {
        strangers.push_back(u);
      }
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

  [[nodiscard]] std::vector<std::vector<std::uint32_t>> units_by_group() const {
    std::vector<std::vector<std::uint32_t>> groups(groups_.size());
    for (std::uint32_t u = 0; u < units_.size(); ++u) {
      if (places_[u].group != kHomeless) groups[places_[u].group].push_back(u);
    }
    return groups;
  }

  [[nodiscard]] std::vector<std::string_view> texts(std::span<const std::uint32_t> units) const {
    std::vector<std::string_view> out;
    out.reserve(units.size());
    for (const std::uint32_t u : units) out.push_back(texts_[u]);
    return out;
  }

  /// Groups of too few people give their texts to the nearest group that stays, if any does.
  void dissolve_small() {
    if (options_.k || options_.previous != nullptr) return;
    std::vector<std::uint32_t> staying;
    std::vector<std::uint32_t> leaving;
    const auto groups = units_by_group();
    for (std::uint32_t g = 0; g < groups.size(); ++g) {
      if (people_in(items_, units_, groups[g]) >= options_.fewest_people) {
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

  /// Gives ids to groups that have none yet, by what they are made of.
  void identify() {
    std::unordered_set<std::string> ids;
    for (const RememberedTheme& group : groups_) ids.insert(group.id);
    for (const auto& [lost, kept] : remembered_.gone) ids.insert(lost);
    const auto by_group = units_by_group();
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (!groups_[g].id.empty() || by_group[g].empty()) continue;
      std::uint64_t id = 0;
      for (const auto& [term, weight] : grouping_->signature(g, kSignature))
        id += hash_pair(term, 0);
      while (!ids.insert("t_" + hex64(id)).second) id = hash_pair(id, 1);
      groups_[g].id = "t_" + hex64(id);
      groups_[g].settled = by_group[g].size();
    }
  }

  /// Makes the edits; false if they are refused.
  bool edited() {
    if (options_.previous == nullptr) {  // themes may be meant by the names that they would have
      draft();
      show();
      for (std::size_t t = 0; t < drafts_.size(); ++t)
        groups_[drafts_[t].group].name = found_.themes[t].name;
      found_.parents.clear();
    }
    EditedThemes now{.memory = remembered_, .theme_of = {}, .events = {}, .refused = {}};
    now.memory.themes = groups_;
    for (const Place& place : places_) now.theme_of.push_back(place.group);
    const std::vector<std::uint32_t> before = now.theme_of;
    now = edit(std::move(now), *options_.edits, [&](std::size_t u) { return texts_[u]; });
    found_.refused = now.refused;
    if (!now.refused.empty()) return false;
    groups_ = std::move(now.memory.themes);
    remembered_ = std::move(now.memory);
    edit_events_ = std::move(now.events);
    if (now.theme_of != before || groups_.size() != grouping_->groups()) regroup(now.theme_of);
    return true;
  }

  /// The groups are learnt anew from where the edits put the texts.
  void regroup(const std::vector<std::uint32_t>& group_of) {
    grouping_->anchor(std::span(group_of).first(grouping_->learnt()), groups_.size(), anchors_,
                      pool_);
    places_ = grouping_->place(texts_, group_of, pool_);
    for (std::size_t u = 0; u < places_.size(); ++u) places_[u].group = group_of[u];
  }

  void draft() {
    drafts_.clear();
    const auto groups = units_by_group();
    for (std::uint32_t g = 0; g < groups.size(); ++g) {
      if (!groups[g].empty())
        drafts_.push_back({g, people_in(items_, units_, groups[g]), groups[g]});
    }
    std::sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) {
      if (a.people != b.people) return a.people > b.people;
      return a.units < b.units;
    });
  }

  [[nodiscard]] FoundTheme theme(const Draft& made) const {
    FoundTheme theme;
    theme.id = groups_[made.group].id;
    theme.people = made.people;
    theme.signature = grouping_->signature(made.group, kSignature);
    for (const std::uint32_t u : made.units) {
      const auto items = units_.items(u);
      theme.members.insert(theme.members.end(), items.begin(), items.end());
    }
    std::sort(theme.members.begin(), theme.members.end());
    return theme;
  }

  /// All that is seen of the drafts.
  void show() {
    found_.themes.clear();
    for (const Draft& made : drafts_) found_.themes.push_back(theme(made));
    for (std::size_t t = 0; t < found_.themes.size(); ++t) {
      for (const std::uint32_t item : found_.themes[t].members) {
        found_.theme_of[item] = static_cast<std::int32_t>(t);
        found_.why[item] = NoHome::has_home;
      }
    }
    const Drafted all{items_, units_, *grouping_, places_, drafts_};
    name(all);
    pool_.for_each_chunk(drafts_.size(), 1, [&](std::size_t begin, std::size_t end) {
      for (std::size_t t = begin; t < end; ++t)
        found_.themes[t].quotes = quote_draft(all, drafts_[t]);
    });
    if (!options_.parents) return;
    Family family = parents_of(all, found_.themes, remembered_, pool_);
    found_.parents = std::move(family.parents);
    for (std::size_t t = 0; t < drafts_.size(); ++t)
      found_.themes[t].parent = groups_[drafts_[t].group].parent = family.parent_of[t];
  }

  void name(const Drafted& all) {
    std::vector<std::string> given;
    std::vector<std::string> taken;
    for (const Draft& made : drafts_) given.push_back(groups_[made.group].name);
    for (const RememberedParent& parent : remembered_.parents) taken.push_back(parent.name);
    for (const RememberedTheme& quiet : remembered_.themes) taken.push_back(quiet.name);
    std::vector<ThemeWords> words = name_drafts(all, given, taken, pool_);
    for (std::size_t t = 0; t < words.size(); ++t) {
      found_.themes[t].name = std::move(words[t].name);
      found_.themes[t].keywords = std::move(words[t].keywords);
    }
  }

  void end() {
    std::vector<std::uint32_t> homeless;
    for (std::uint32_t u = 0; u < places_.size(); ++u) {
      if (places_[u].group == kHomeless) homeless.push_back(u);
    }
    RoundState state{.memory = std::move(remembered_),
                     .drafts = drafts_,
                     .themes = found_.themes,
                     .parents = found_.parents,
                     .keys = units_.keys,
                     .homeless = homeless,
                     .changes = changes_,
                     .grouping = grouping_ ? &*grouping_ : nullptr};
    state.memory.themes = std::move(groups_);
    RoundEnd ended = end_round(std::move(state));
    found_.events = std::move(ended.events);
    found_.events.insert(found_.events.end(), edit_events_.begin(), edit_events_.end());
    found_.memory = std::move(ended.memory);
  }

  std::span<const ThemeItem> items_;
  const DiscoverOptions& options_;
  const Pool& pool_;
  Units units_;
  std::vector<std::string_view> texts_;  ///< Per unit.
  std::optional<Grouping> grouping_;
  std::vector<Place> places_;  ///< Per unit.
  ThemeMemory remembered_;     ///< Of the round before, with the edits of this one.
  std::vector<RememberedTheme> groups_;
  std::vector<std::uint32_t> settled_in_;  ///< Per unit; see SteadyGroups.
  std::vector<Anchor> anchors_;
  std::vector<Change> changes_;
  std::vector<ThemeEvent> edit_events_;
  std::vector<Draft> drafts_;  ///< Most people first.
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
