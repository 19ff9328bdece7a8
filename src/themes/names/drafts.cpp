// SPDX-License-Identifier: Apache-2.0
#include "themes/names/drafts.h"

#include <algorithm>
#include <unordered_set>

#include "themes/names/quoting.h"

namespace attune {

namespace {

constexpr std::size_t kNamingTexts = 300;  // per theme
constexpr std::size_t kQuotable = 120;     // most typical texts looked at for quotes, per theme
constexpr std::size_t kFarQuotable = 8;    // and so many of the least typical
constexpr std::size_t kQuotes = 5;

/// The most typical units of a theme, and a few of the least.
std::vector<std::uint32_t> quotable(const Drafted& all, const Draft& draft) {
  std::vector<std::uint32_t> units = draft.units;
  std::sort(units.begin(), units.end(), [&](std::uint32_t a, std::uint32_t b) {
    const float left = all.places[a].cosine;
    const float right = all.places[b].cosine;
    return left != right ? left > right : a < b;
  });
  if (units.size() > kQuotable + kFarQuotable) {
    units.erase(units.begin() + kQuotable, units.end() - kFarQuotable);
  }
  return units;
}

}  // namespace

std::uint64_t people_in(std::span<const ThemeItem> items, const Units& units,
                        std::span<const std::uint32_t> wanted) {
  std::unordered_set<std::uint32_t> people;
  for (const std::uint32_t u : wanted) {
    for (const std::uint32_t i : units.items(u)) people.insert(items[i].person);
  }
  return people.size();
}

std::vector<ThemeWords> name_drafts(const Drafted& all, std::span<const std::string> given,
                                    std::span<const std::string> taken, const Pool& pool) {
  std::vector<NamingText> texts;
  for (std::uint32_t t = 0; t < all.drafts.size(); ++t) {
    std::unordered_set<std::uint32_t> people;
    for (const std::uint32_t u : all.drafts[t].units) {
      const ThemeItem& item = all.item(u);
      if (people.insert(item.person).second) texts.push_back({item.text, t});
      if (people.size() == kNamingTexts) break;
    }
  }
  return name_themes(texts, given, taken, pool);
}

std::vector<std::uint32_t> quote_draft(const Drafted& all, const Draft& draft) {
  const std::vector<std::uint32_t> units = quotable(all, draft);
  std::vector<Quotable> quotes;
  std::vector<std::string_view> texts;
  for (const std::uint32_t u : units) {
    const ThemeItem& item = all.item(u);
    const auto words =
        static_cast<std::size_t>(std::count(item.text.begin(), item.text.end(), ' ')) + 1;
    quotes.push_back({all.units.first(u), item.person, words, all.places[u].cosine});
    texts.push_back(item.text);
  }
  return choose_quotes(quotes, all.grouping.vectors(texts), kQuotes);
}

}  // namespace attune
