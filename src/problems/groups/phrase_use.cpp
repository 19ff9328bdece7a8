// SPDX-License-Identifier: Apache-2.0
#include "problems/groups/phrase_use.h"

#include <algorithm>

namespace attune::problems {

namespace {

constexpr std::size_t kMostTexts = 4000;   // Of items, and as many of others.
constexpr std::size_t kMostMembers = 300;  // Of a group.

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool says(const std::string& text, std::string_view phrase) {
  return text.find(phrase) != std::string::npos;
}

}  // namespace

PhraseUse::PhraseUse(std::span<const ThemeItem> items, std::span<const ThemeItem> others)
    : items_(items), inside_(sample_of(items)), outside_(sample_of(others)) {}

PhraseUse::Sample PhraseUse::sample_of(std::span<const ThemeItem> from) {
  Sample sample{.texts = {}, .step = from.size() / kMostTexts + 1};
  for (std::size_t i = 0; i < from.size(); i += sample.step)
    sample.texts.push_back(lower(from[i].text));
  return sample;
}

double PhraseUse::Sample::with(std::string_view phrase) const {
  const auto count = std::count_if(texts.begin(), texts.end(),
                                   [&](const std::string& text) { return says(text, phrase); });
  return static_cast<double>(count) * static_cast<double>(step);
}

PhraseCount PhraseUse::of(std::string_view phrase, std::span<const std::uint32_t> members) const {
  PhraseCount out;
  const std::size_t step = members.size() / kMostMembers + 1;
  std::size_t seen = 0;
  for (std::size_t m = 0; m < members.size(); m += step, ++seen)
    out.said += says(lower(items_[members[m]].text), phrase) ? 1 : 0;
  if (out.said == 0) return out;
  out.share = static_cast<double>(out.said) / static_cast<double>(seen);
  const double theirs = out.share * static_cast<double>(members.size());
  out.precision =
      std::min(1.0, theirs / std::max(theirs, inside_.with(phrase) + outside_.with(phrase)));
  return out;
}

}  // namespace attune::problems
