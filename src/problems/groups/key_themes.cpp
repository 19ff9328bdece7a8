// SPDX-License-Identifier: Apache-2.0
#include "problems/groups/key_themes.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_set>

#include "problems/groups/common_thing.h"
#include "problems/groups/key_groups.h"
#include "problems/groups/key_names.h"
#include "problems/groups/kinds_here.h"
#include "problems/groups/phrase_use.h"
#include "themes/discover.h"
#include "themes/names/naming.h"
#include "themes/names/telling_words.h"

namespace attune::problems {

namespace {

constexpr std::size_t kFewestPeople = 3;
constexpr std::size_t kMostFacets = 5;
constexpr std::size_t kFacetItems = 12;  // Items that a facet stands for, at the least on average.
constexpr std::size_t kLearnt = 1000;    // Items that facets are learnt from.
constexpr std::size_t kFaceted = 10;     // Problems that get any: those of most people.
constexpr std::size_t kNamingTexts = 300;
constexpr double kShares = 0.2;  // Of a group of no kind that says its name,
constexpr double kTheirs = 0.5;  // and of those who say it, that are of the group.
constexpr std::size_t kQuotes = 5;
constexpr std::size_t kFewestBytes = 25;  // Of a text that is read at a glance, …
constexpr std::size_t kMostBytes = 200;   // … and most.

std::vector<ThemeItem> some_of(std::span<const ThemeItem> items,
                               std::span<const std::uint32_t> wanted) {
  std::vector<ThemeItem> out;
  out.reserve(wanted.size());
  for (const std::uint32_t i : wanted) out.push_back(items[i]);
  return out;
}

bool more_people(const FoundTheme& a, const FoundTheme& b) {
  return a.people > b.people;
}

/// Indices into `wanted` become what stands there.
void number_as(std::span<const std::uint32_t> wanted, FoundTheme& theme) {
  for (std::uint32_t& i : theme.members) i = wanted[i];
  for (std::uint32_t& i : theme.quotes) i = wanted[i];
}

class Maker {
 public:
  Maker(std::span<const ThemeItem> items, const KeyThemeOptions& options, const Pool& pool)
      : items_(items), options_(options), pool_(pool), use_(items, options.others) {}

  std::vector<KeyTheme> run(std::span<const StruggleScores> kinds) {
    const ItemTerms terms = item_terms(items_, options_.concepts, pool_);
    const auto thing = common_thing(terms, options_.others, options_.concepts, pool_);
    KeyGroups found = key_groups(items_, terms, kinds_here(terms, kinds, pool_), thing);
    for (const KeyGroup& group : found.groups) add(group);
    std::vector<FoundTheme> rest = facets_and_rest(found);
    if (!options_.first_look) name_groups(found.groups);
    add_rest(found.rest, std::move(rest));
    std::stable_sort(themes_.begin(), themes_.end(), [](const KeyTheme& a, const KeyTheme& b) {
      return more_people(a.theme, b.theme);
    });
    return std::move(themes_);
  }

 private:
  void add(const KeyGroup& group) {
    KeyTheme key;
    key.theme.id = group.id;
    key.theme.name = kind_words(group.kind);
    key.theme.people = people_among(items_, group.members);
    if (!options_.first_look) quotes_of(group, key.theme);
    key.theme.members = group.members;
    key.p = group.p;
    themes_.push_back(std::move(key));
  }

  /// Groups the rest, and beside it each of the first problems, on a thread of its own.
  std::vector<FoundTheme> facets_and_rest(const KeyGroups& found) {
    std::vector<FoundTheme> rest;
    const std::size_t faceted = options_.first_look ? 0 : std::min(kFaceted, found.groups.size());
    const Pool alone(1);
    pool_.for_each_chunk(1 + faceted, 1, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        if (i == 0) {
          rest = themes_of_rest(found.rest);
        } else {
          themes_[i - 1].facets = facets_of(found.groups[i - 1].members, alone);
        }
      }
    });
    return rest;
  }

  [[nodiscard]] std::vector<FoundTheme> facets_of(const std::vector<std::uint32_t>& members,
                                                  const Pool& pool) const {
    const std::size_t most = std::min(kMostFacets, members.size() / kFacetItems);
    if (most < 2) return {};
    std::vector<FoundTheme> facets = evident_groups(
        some_of(items_, members),
        {.most = most, .seed = options_.seed, .concepts = options_.concepts, .learnt = kLearnt},
        pool);
    std::erase_if(facets, [](const FoundTheme& facet) { return is_word_list(facet.name); });
    std::stable_sort(facets.begin(), facets.end(), more_people);
    for (FoundTheme& facet : facets) number_as(members, facet);
    return facets;
  }

  /// The surest of those that are read at a glance, or else of all; one a person.
  void quotes_of(const KeyGroup& group, FoundTheme& theme) const {
    std::vector<std::tuple<bool, float, std::uint32_t>> best;  // Least first.
    for (std::size_t i = 0; i < group.members.size(); ++i)
      best.emplace_back(!glance(group.members[i]), -group.p[i], group.members[i]);
    std::sort(best.begin(), best.end());
    std::unordered_set<std::uint32_t> people;
    for (const auto& [long_one, p, item] : best) {
      if (theme.quotes.size() == kQuotes) break;
      if (people.insert(items_[item].person).second) theme.quotes.push_back(item);
    }
  }

  [[nodiscard]] bool glance(std::uint32_t item) const {
    const std::size_t bytes = items_[item].text.size();
    return bytes >= kFewestBytes && bytes <= kMostBytes;
  }

  void name_groups(const std::vector<KeyGroup>& groups) {
    std::vector<NamingText> texts;
    for (std::uint32_t t = 0; t < themes_.size(); ++t) {
      std::unordered_set<std::uint32_t> people;
      for (const std::uint32_t i : themes_[t].theme.members) {
        if (people.insert(items_[i].person).second) texts.push_back({items_[i].text, t});
        if (people.size() == kNamingTexts) break;
      }
    }
    const std::vector<std::string> given(themes_.size());
    std::vector<ThemeWords> words = name_themes(texts, given, {}, pool_);
    for (std::size_t t = 0; t < themes_.size(); ++t) {
      const LowerTexts group = use_.texts_of(themes_[t].theme.members);
      const auto count = [&](std::string_view phrase) { return use_.of(phrase, group); };
      themes_[t].theme.name =
          key_name(groups[t].kind, words[t].phrases, {.kinds = options_.kinds_of, .count = count});
      themes_[t].theme.keywords = std::move(words[t].keywords);
    }
  }

  [[nodiscard]] std::vector<FoundTheme> themes_of_rest(
      const std::vector<std::uint32_t>& rest) const {
    if (rest.empty()) return {};
    return evident_groups(some_of(items_, rest),
                          {.most = options_.themes(rest.size()),
                           .seed = options_.seed,
                           .concepts = options_.concepts},
                          pool_);
  }

  void add_rest(const std::vector<std::uint32_t>& rest, std::vector<FoundTheme> themes) {
    for (FoundTheme& theme : themes) {
      number_as(rest, theme);
      if (!is_topic(use_.of(theme.name, use_.texts_of(theme.members)))) continue;
      KeyTheme key;
      key.p.assign(theme.members.size(), 1.0F);
      key.theme = std::move(theme);
      themes_.push_back(std::move(key));
    }
  }

  /// True where what a group of no kind is called is said by its people, and by few others: the
  /// rest share no topic.
  static bool is_topic(const PhraseCount& name) {
    return name.said >= kFewestPeople && name.share >= kShares && name.precision >= kTheirs;
  }

  std::span<const ThemeItem> items_;
  const KeyThemeOptions& options_;
  const Pool& pool_;
  PhraseUse use_;
  std::vector<KeyTheme> themes_;
};

}  // namespace

std::vector<FoundTheme> evident_groups(std::span<const ThemeItem> items,
                                       const EvidentOptions& options, const Pool& pool) {
  std::vector<std::uint32_t> learnt;
  const std::size_t stride = items.size() / options.learnt + 1;
  for (std::uint32_t i = 0; i < items.size(); i += static_cast<std::uint32_t>(stride))
    learnt.push_back(i);
  Discovery found = discover(some_of(items, learnt),
                             {.k = options.most,
                              .seed = options.seed,
                              .concepts = options.concepts,
                              .effort = kLightEffort},
                             pool);
  std::vector<std::int32_t> theme_of(items.size(), -1);
  for (std::size_t i = 0; i < learnt.size(); ++i) theme_of[learnt[i]] = found.theme_of[i];
  for (FoundTheme& theme : found.themes) number_as(learnt, theme);
  found.theme_of = evident_themes(items, theme_of, found.themes.size(), options.concepts, pool);
  for (FoundTheme& theme : found.themes) theme.members.clear();
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (found.theme_of[i] >= 0)
      found.themes[static_cast<std::size_t>(found.theme_of[i])].members.push_back(i);
  }
  for (std::size_t t = 0; t < found.themes.size(); ++t) {
    FoundTheme& theme = found.themes[t];
    theme.people = people_among(items, theme.members);
    std::erase_if(theme.quotes, [&](std::uint32_t item) {
      return found.theme_of[item] != static_cast<std::int32_t>(t);
    });
  }
  std::erase_if(found.themes, [](const FoundTheme& theme) { return theme.people < kFewestPeople; });
  return std::move(found.themes);
}

std::vector<KeyTheme> key_themes(std::span<const ThemeItem> items,
                                 std::span<const StruggleScores> kinds,
                                 const KeyThemeOptions& options, const Pool& pool) {
  return Maker(items, options, pool).run(kinds);
}

}  // namespace attune::problems
