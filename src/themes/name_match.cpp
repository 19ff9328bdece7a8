// SPDX-License-Identifier: Apache-2.0
#include "themes/name_match.h"

#include <algorithm>
#include <cmath>

namespace attune {

namespace {

constexpr float kKeyword = 0.7F;  // what a keyword weighs beside a word of the name
constexpr float kPair = 0.5F;     // and a pair of neighbours of the name

}  // namespace

NameMatcher::NameMatcher(std::span<const NamedTheme> themes) : themes_(themes.size()) {
  for (std::uint32_t t = 0; t < themes.size(); ++t) {
    add(t, themes[t].name, 1.0F);
    for (const std::string& word : themes[t].keywords) add(t, word, kKeyword);
  }
}

/// A term counts once a theme, at its highest weight.
void NameMatcher::add(std::uint32_t theme, std::string_view words, float weight) {
  for (const Term& term : reader_.read(words).list) {
    if (term.kind == TermKind::function || term.kind == TermKind::shared) continue;
    const float said = term.kind == TermKind::pair ? weight * kPair : weight;
    auto& list = shown_[term.hash];
    if (list.empty() || list.back().first != theme) {
      list.emplace_back(theme, said);
    } else {
      list.back().second = std::max(list.back().second, said);
    }
  }
}

std::optional<std::size_t> NameMatcher::nearest(std::string_view text) {
  std::vector<float> scores(themes_, 0.0F);
  std::vector<std::uint64_t> seen;
  for (const Term& term : reader_.read(text).list) {
    const auto found = shown_.find(term.hash);
    if (found == shown_.end() || std::find(seen.begin(), seen.end(), term.hash) != seen.end())
      continue;
    seen.push_back(term.hash);
    const float rare = std::log((static_cast<float>(themes_) + 1.0F) /
                                static_cast<float>(found->second.size()));
    for (const auto& [theme, weight] : found->second) scores[theme] += weight * rare;
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  if (best == scores.end() || *best <= 0.0F) return std::nullopt;
  return static_cast<std::size_t>(best - scores.begin());
}

}  // namespace attune
