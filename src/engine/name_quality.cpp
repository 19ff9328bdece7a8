// SPDX-License-Identifier: Apache-2.0
#include "engine/name_quality.h"

#include <unordered_map>

#include "base/hash.h"
#include "measure/interval.h"
#include "themes/discover.h"
#include "themes/names/name_match.h"
#include "themes/words/terms.h"

namespace attune {

namespace {

constexpr std::uint64_t kHeldOut = 5;  // one text in so many; equal texts stay together

struct Halves {
  std::vector<ThemeItem> all;
  std::vector<ThemeItem> named;
  std::vector<std::size_t> held_out;  ///< Indices into `all`.
};

Halves divide(const problems::Corpus& corpus, std::uint64_t seed) {
  Halves halves;
  TermReader reader;
  for (const problems::CorpusMessage& message : corpus.messages) {
    const ThemeItem item{.text = message.text, .person = message.unit, .readable = !message.unread};
    if (hash_pair(reader.key(message.text), seed) % kHeldOut == 0) {
      halves.held_out.push_back(halves.all.size());
    } else {
      halves.named.push_back(item);
    }
    halves.all.push_back(item);
  }
  return halves;
}

}  // namespace

NameQuality judge_names(const problems::Corpus& corpus, const ThemesOptions& options,
                        const Pool& pool) {
  const Halves halves = divide(corpus, options.seed);
  DiscoverOptions discovery{.k = options.k, .seed = options.seed, .concepts = options.concepts};
  const Discovery named = discover(halves.named, discovery, pool);
  discovery.previous = &named.memory;
  const Discovery all = discover(halves.all, discovery, pool);

  std::vector<NamedTheme> themes;
  std::unordered_map<std::string_view, std::size_t> number;
  for (const FoundTheme& theme : named.themes) {
    number.emplace(theme.id, themes.size());
    themes.push_back({.name = theme.name, .keywords = theme.keywords});
  }
  NameMatcher matcher(themes);
  NameQuality quality{.themes = themes.size()};
  std::uint64_t agreed = 0;
  for (const std::size_t i : halves.held_out) {
    const std::int32_t found = all.theme_of[i];
    if (found < 0) continue;
    const auto theme = number.find(all.themes[static_cast<std::size_t>(found)].id);
    if (theme == number.end()) continue;
    const auto nearest = matcher.nearest(halves.all[i].text);
    ++quality.texts;
    quality.matched += nearest ? 1 : 0;
    agreed += nearest && *nearest == theme->second ? 1 : 0;
    quality.largest += theme->second == 0 ? 1 : 0;
  }
  quality.agreed = share_of(agreed, quality.texts);
  return quality;
}

}  // namespace attune
