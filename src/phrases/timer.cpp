// SPDX-License-Identifier: Apache-2.0
#include "phrases/timer.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "phrases/rules/word_bytes.h"

namespace attune::phrases {

namespace {

constexpr std::array<std::string_view, 18> kUnits = {
    "d",     "h",   "m",    "s",      "day",     "days", "hr",   "hrs",    "hour",
    "hours", "min", "mins", "minute", "minutes", "sec",  "secs", "second", "seconds"};

bool is_unit(std::string_view letters) {
  const auto small = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  return std::any_of(kUnits.begin(), kUnits.end(), [&](std::string_view unit) {
    return std::equal(letters.begin(), letters.end(), unit.begin(), unit.end(), small);
  });
}

/// The bytes of `kind` at `at`; moves behind them.
std::string_view take(std::string_view word, Byte kind, std::size_t& at) {
  const std::size_t from = at;
  while (at < word.size() && byte_kind(word[at]) == kind) ++at;
  return word.substr(from, at - from);
}

/// Digits and units by turns, two units or one that is a whole word; digits may close.
bool units_written_on(std::string_view word) {
  std::size_t units = 0;
  bool spelt = false;
  std::size_t at = 0;
  while (at < word.size()) {
    if (take(word, Byte::digit, at).empty()) return false;
    if (at == word.size()) break;
    const std::string_view unit = take(word, Byte::letter, at);
    if (!is_unit(unit)) return false;
    ++units;
    spelt = spelt || unit.size() > 2;
  }
  return spelt || units > 1;
}

}  // namespace

bool is_timer(std::string_view word) {
  if (std::count(word.begin(), word.end(), ':') > 1) return true;
  return units_written_on(word);
}

}  // namespace attune::phrases
