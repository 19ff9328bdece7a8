// SPDX-License-Identifier: Apache-2.0
#include "themes/names/name_match.h"

#include <algorithm>
#include <cmath>

namespace attune {

namespace {

constexpr float kPair = 0.5F;  // what a pair of neighbours weighs beside a word

}  // namespace

NameMatcher::NameMatcher(std::span<const NamedTheme> themes) : themes_(themes.size()) {
  for (std::uint32_t t = 0; t < themes.size(); ++t) {
    add(t, themes[t].name);
    for (const std::string& word : themes[t].keywords) add(t, word);
  }
}

/// A term counts once a theme, at its highest weight.
void NameMatcher::add(std::uint32_t theme, std::string_view words) {
  for (const Term& term : reader_.read(words).list) {
    if (term.kind == TermKind::function || term.kind == TermKind::shared) continue;
    const float said = term.kind == TermKind::pair ? kPair : 1.0F;
    auto& list = shown_[term.hash];
    if (list.empty() || list.back().first != theme) {
      list.emplace_back(theme, said);
    } else {
      list.back().second = std::max(list.back().second, said);
    }
  }
}

std::optional<std::size_t> NameMatcher::nearest(std::string_view text) {
  std::unordered_map<std::uint64_t, std::uint32_t> said;
  for (const Term& term : reader_.read(text).list) {
    if (shown_.contains(term.hash)) ++said[term.hash];
  }
  std::vector<std::uint64_t> terms;  // in one order, for sums
  terms.reserve(said.size());
  for (const auto& [term, times] : said) terms.push_back(term);
  std::sort(terms.begin(), terms.end());
  std::vector<float> scores(themes_, 0.0F);
  for (const std::uint64_t term : terms) {
    const auto& themes = shown_.at(term);
    const float rare =
        std::log((static_cast<float>(themes_) + 1.0F) / static_cast<float>(themes.size()));
    const float often = 1.0F + std::log(static_cast<float>(said[term]));
    for (const auto& [theme, weight] : themes) scores[theme] += weight * rare * often;
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  if (best == scores.end() || *best <= 0.0F) return std::nullopt;
  return static_cast<std::size_t>(best - scores.begin());
}

}  // namespace attune
