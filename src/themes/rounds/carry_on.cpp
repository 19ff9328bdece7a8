// SPDX-License-Identifier: Apache-2.0
#include "themes/rounds/carry_on.h"

#include <algorithm>
#include <unordered_map>

#include "themes/rounds/edits.h"

namespace attune {

namespace {

constexpr float kHere = 0.95F;  // share of a theme's texts that are here again: memory adds nothing

std::vector<OldTheme> old_themes(const ThemeMemory& previous) {
  std::vector<OldTheme> old;
  for (const RememberedTheme& theme : previous.themes) old.push_back({theme.settled, theme.pinned});
  return old;
}

/// A theme whose texts are not here again is known by its remembered terms.
std::vector<Anchor> anchors_of(const ThemeMemory& previous, std::span<const std::uint32_t> old_of) {
  std::vector<float> here(previous.themes.size(), 0.0F);
  for (const std::uint32_t theme : old_of) {
    if (theme < here.size()) here[theme] += 1.0F;
  }
  std::vector<Anchor> anchors;
  for (std::uint32_t t = 0; t < here.size(); ++t) {
    const RememberedTheme& theme = previous.themes[t];
    const float share =
        theme.texts.empty() ? 0.0F : here[t] / static_cast<float>(theme.texts.size());
    if (share < kHere)
      anchors.push_back({.group = t, .terms = theme.terms, .weight = 1.0F - share});
  }
  return anchors;
}

std::vector<std::uint32_t> groups_of(std::span<const Place> places) {
  std::vector<std::uint32_t> out;
  out.reserve(places.size());
  for (const Place& place : places) out.push_back(place.known ? place.group : kNewText);
  return out;
}

/// What a merged theme's memory says now speaks for the theme that it went into.
void follow(std::vector<Anchor>& anchors, const std::vector<Change>& changes) {
  for (const Change& change : changes) {
    if (change.kind != Change::Kind::merged) continue;
    for (Anchor& anchor : anchors) {
      if (anchor.group == change.from[0]) anchor.group = change.theme;
    }
  }
}

/// New texts of a theme that was cut by hand go where the hand would have put them.
void sort_by_words(SteadyGroups& made, std::span<const std::string_view> texts) {
  for (std::uint32_t g = 0; g < made.groups.size(); ++g) {
    const RememberedTheme& part = made.groups[g];
    if (part.split_from.empty()) continue;
    const auto whole =
        std::find_if(made.groups.begin(), made.groups.end(),
                     [&](const RememberedTheme& theme) { return theme.id == part.split_from; });
    if (whole == made.groups.end()) continue;
    PhraseFinder finder(part.words);
    const auto from = static_cast<std::uint32_t>(whole - made.groups.begin());
    for (std::size_t u = 0; u < texts.size(); ++u) {
      if (made.settled_in[u] == kNewText && made.places[u].group == from &&
          finder.found_in(texts[u])) {
        made.places[u].group = g;
      }
    }
  }
}

}  // namespace

std::vector<std::uint32_t> recall(const ThemeMemory& previous,
                                  std::span<const std::uint64_t> keys) {
  std::unordered_map<std::uint64_t, std::uint32_t> known;
  for (std::uint32_t t = 0; t < previous.themes.size(); ++t) {
    for (const std::uint64_t key : previous.themes[t].texts) known.emplace(key, t);
  }
  for (const std::uint64_t key : previous.homeless) known.emplace(key, kWasHomeless);
  std::vector<std::uint32_t> out;
  out.reserve(keys.size());
  for (const std::uint64_t key : keys) {
    const auto found = known.find(key);
    out.push_back(found == known.end() ? kNewText : found->second);
  }
  return out;
}

SteadyGroups carry_on(const ThemeMemory& previous, const ThisRound& round, Grouping& grouping,
                      const Pool& pool) {
  SteadyGroups made;
  made.groups = previous.themes;
  const auto learnt = std::span(grouping.known()).first(grouping.learnt());
  const std::vector<std::uint32_t> fresh = groups_of(grouping.place(round.texts, learnt, pool));
  const Matrix fresh_centres = grouping.centres();
  made.anchors = anchors_of(previous, round.old_of);
  grouping.anchor(round.old_of.first(grouping.learnt()), previous.themes.size(), made.anchors,
                  pool);
  Succession next = succeed(old_themes(previous), {round.old_of, fresh, round.person_of},
                            grouping.centres(), fresh_centres, {.most_themes = round.most_themes});
  follow(made.anchors, next.changes);
  for (const std::uint32_t t : next.looked_at)
    made.groups[t].settled = previous.themes[t].texts.size();
  made.groups.resize(next.themes);
  made.settled_in = std::move(next.theme_of);
  made.changes = std::move(next.changes);
  grouping.anchor(std::span(made.settled_in).first(grouping.learnt()), next.themes, made.anchors,
                  pool);
  made.places = grouping.place(round.texts, made.settled_in, pool);
  sort_by_words(made, round.texts);
  return made;
}

}  // namespace attune
