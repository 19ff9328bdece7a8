// SPDX-License-Identifier: Apache-2.0
#include "problems/odd_days.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/calendar.h"

namespace attune::problems {

namespace {

constexpr std::int32_t kYears = 3 * 366;  // Days that set a rare date apart from all others.
constexpr std::int32_t kSpans = 2;        // … and so many times the span of nearly all.
constexpr std::size_t kRare = 100;        // One in so many is rare, or one alone …
constexpr std::size_t kFewest = 20;       // … among so many at least.

/// The first and last days of clocks, calendars and spreadsheets.
bool zero_of_a_clock(std::int32_t day) {
  constexpr std::array<Date, 14> kZeros = {{{.year = 1, .month = 1, .day = 1},
                                            {.year = 1601, .month = 1, .day = 1},
                                            {.year = 1753, .month = 1, .day = 1},
                                            {.year = 1899, .month = 12, .day = 30},
                                            {.year = 1899, .month = 12, .day = 31},
                                            {.year = 1900, .month = 1, .day = 1},
                                            {.year = 1904, .month = 1, .day = 1},
                                            {.year = 1969, .month = 12, .day = 31},
                                            {.year = 1970, .month = 1, .day = 1},
                                            {.year = 1980, .month = 1, .day = 1},
                                            {.year = 2038, .month = 1, .day = 19},
                                            {.year = 2099, .month = 12, .day = 31},
                                            {.year = 2999, .month = 12, .day = 31},
                                            {.year = 9999, .month = 12, .day = 31}}};
  return std::ranges::any_of(kZeros, [&](const Date& date) { return days_of(date) == day; });
}

/// How many of the sorted `days` at their beginning are not to be believed.
template <class Days>
std::size_t odd_at_beginning(const Days& days) {
  const std::size_t n = days.size();
  const auto gap = [&](std::size_t i) { return std::abs(days[i] - days[i - 1]); };
  std::size_t odd = 0;
  while (odd < n && zero_of_a_clock(days[odd])) ++odd;
  if (odd > 0 && odd < n && gap(odd) <= kYears) odd = 0;
  const std::size_t left = n - odd;
  if (left < kFewest) return odd;
  const std::size_t rare = std::max<std::size_t>(1, left / kRare);
  const std::int32_t span = std::abs(days[n - 1 - rare] - days[odd + rare]);
  const std::int32_t apart = std::max(kYears, kSpans * span);
  for (std::size_t i = odd + rare; i > odd; --i) {
    if (gap(i) > apart) return i;
  }
  return odd;
}

}  // namespace

LikelyDays likely_days(std::vector<std::int32_t> days) {
  std::sort(days.begin(), days.end());
  days.erase(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(odd_at_beginning(days)));
  std::reverse(days.begin(), days.end());
  days.erase(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(odd_at_beginning(days)));
  if (days.empty()) return {};
  return {.first = days.back(), .last = days.front()};
}

void forget_odd_days(Corpus& corpus) {
  std::vector<std::int32_t> days;
  for (const CorpusMessage& message : corpus.messages) {
    if (message.day != kNoDay) days.push_back(message.day);
  }
  const LikelyDays likely = likely_days(std::move(days));
  std::uint64_t odd = 0;
  std::int32_t example = kNoDay;
  for (CorpusMessage& message : corpus.messages) {
    if (message.day == kNoDay || (message.day >= likely.first && message.day <= likely.last))
      continue;
    if (odd++ == 0) example = message.day;
    message.day = kNoDay;
  }
  if (odd == 0) return;
  for (CorpusCare& care : corpus.care) {
    if (corpus.messages[care.message].day == kNoDay) care.time.reset();
  }
  corpus.intake.assumed.push_back(
      {.what = "odd_dates",
       .said = odd == 1
                   ? fmt::format("1 message is dated {}, years away from all others: its time is "
                                 "taken as unknown",
                                 iso_date(example))
                   : fmt::format("{} messages are dated years away from all others (the first of "
                                 "them {}): their time is taken as unknown",
                                 odd, iso_date(example)),
       .confidence = .95});
}

}  // namespace attune::problems
