// SPDX-License-Identifier: Apache-2.0
#include "lint/facts/count_claim.h"

#include <array>

#include "lint/facts/end_claim.h"
#include "lint/facts/words.h"
#include "text/tokens.h"

namespace attune {

namespace {

/// A number of something else than things: hours, euros, per cent.
bool measures(const Tokens& tokens, std::size_t i) {
  constexpr auto kUnits = std::to_array<std::string_view>(
      {"hour", "hours", "minute", "minutes", "day", "days", "week", "weeks", "%", "percent",
       "euros", "pounds", "dollars", "eur", "seconds", "months"});
  constexpr auto kSigns = std::to_array<std::string_view>({"$", "\u20AC", "\u00A3"});
  return (i + 1 < tokens.size() && among(kUnits, tokens.word(i + 1))) ||
         tokens.word(i).ends_with('%') || (i > 0 && among(kSigns, tokens.word(i - 1)));
}

}  // namespace

CountClaim count_claim(std::string_view words) {
  constexpr auto kBelow = std::to_array<std::string_view>({"fewer", "less", "under", "below"});
  constexpr auto kAbove = std::to_array<std::string_view>({"over", "more"});
  constexpr auto kLeftOver = std::to_array<std::string_view>(
      {"left",    "remaining", "remain",  "remains",    "available", "last",
       "final",   "few",       "handful", "gone",       "out",       "low",
       "limited", "supplies",  "supply",  "quantities", "stock",     "stocks",
       "full",    "one",       "lasts",   "spots",      "inventory", "quantity"});
  constexpr auto kNoThings = std::to_array<std::string_view>(
      {"chance", "call", "minute", "minutes", "day", "days", "hours", "hour"});
  constexpr auto kNotYet = std::to_array<std::string_view>({"almost", "nearly", "before", "soon"});
  CountClaim claim;
  Tokens tokens;
  tokenise(words, tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = tokens.word(i);
    if (among(kBelow, word)) claim.bound = CountClaim::Bound::below;
    if (among(kAbove, word)) claim.bound = CountClaim::Bound::above;
    const bool chance = i + 1 < tokens.size() && among(kNoThings, tokens.word(i + 1));
    claim.counts = claim.counts || (among(kLeftOver, word) && !chance);
    claim.sold_out = claim.sold_out || (word == "out" && i > 0 && tokens.word(i - 1) == "sold");
    const auto told = number_of(word);
    if (told && word != "one" && measures(tokens, i)) return {};
    if (told && word != "one" && !claim.told) claim.told = told;
  }
  claim.sold_out = claim.sold_out && !holds_word(words, kNotYet);
  return claim;
}

}  // namespace attune
