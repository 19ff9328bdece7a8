// SPDX-License-Identifier: Apache-2.0
#include "problems/groups/phrase_use.h"

#include <algorithm>

#include "text/ascii.h"

namespace attune::problems {

namespace {

constexpr std::size_t kMostTexts = 4000;   // Of items, and as many of others.
constexpr std::size_t kMostMembers = 300;  // Of a group.

void add_lower(std::string_view text, LowerTexts& to) {
  std::string& lower = to.texts.emplace_back(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
}

LowerTexts some_of(std::span<const ThemeItem> from) {
  LowerTexts out{.texts = {}, .step = from.size() / kMostTexts + 1};
  for (std::size_t i = 0; i < from.size(); i += out.step) add_lower(from[i].text, out);
  return out;
}

/// How many of all those that `sample` stands for hold `phrase`.
double all_with(std::string_view phrase, const LowerTexts& sample) {
  return static_cast<double>(sample.with(phrase)) * static_cast<double>(sample.step);
}

}  // namespace

std::size_t LowerTexts::with(std::string_view phrase) const {
  return static_cast<std::size_t>(std::count_if(
      texts.begin(), texts.end(),
      [&](const std::string& text) { return text.find(phrase) != std::string::npos; }));
}

PhraseUse::PhraseUse(std::span<const ThemeItem> items, std::span<const ThemeItem> others)
    : items_(items), inside_(some_of(items)), outside_(some_of(others)) {}

LowerTexts PhraseUse::texts_of(std::span<const std::uint32_t> members) const {
  LowerTexts out{.texts = {}, .step = members.size() / kMostMembers + 1};
  for (std::size_t m = 0; m < members.size(); m += out.step)
    add_lower(items_[members[m]].text, out);
  return out;
}

PhraseCount PhraseUse::of(std::string_view phrase, const LowerTexts& group) const {
  const std::size_t said = group.with(phrase);
  if (said == 0) return {};
  const double theirs = all_with(phrase, group);
  const double all = all_with(phrase, inside_) + all_with(phrase, outside_);
  return {.share = static_cast<double>(said) / static_cast<double>(group.texts.size()),
          .precision = theirs / std::max(theirs, all),
          .said = said};
}

}  // namespace attune::problems
