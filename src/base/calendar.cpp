// SPDX-License-Identifier: Apache-2.0
#include "base/calendar.h"

#include <fmt/core.h>

#include <chrono>

namespace attune {

namespace {
std::chrono::year_month_day civil(const Date& date) {
  return std::chrono::year(date.year) / std::chrono::month(date.month) / std::chrono::day(date.day);
}
}  // namespace

bool valid(const Date& date) {
  return date.year >= 1 && date.year <= 9999 && civil(date).ok();
}

std::int64_t days_of(const Date& date) {
  return std::chrono::sys_days(civil(date)).time_since_epoch().count();
}

Date date_of_days(std::int64_t days) {
  const std::chrono::year_month_day ymd{
      std::chrono::sys_days(std::chrono::days(static_cast<int>(days)))};
  return {.year = static_cast<int>(ymd.year()),
          .month = static_cast<unsigned>(ymd.month()),
          .day = static_cast<unsigned>(ymd.day())};
}

std::int64_t day_of_seconds(std::int64_t seconds) {
  const std::int64_t day = seconds / kDaySeconds;
  return seconds % kDaySeconds < 0 ? day - 1 : day;
}

std::optional<Date> date_of_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t size) {
    unsigned value = 0;
    for (const char c : text.substr(from, size)) {
      if (c < '0' || c > '9') return 0U;  // No year, month or day is 0.
      value = 10 * value + static_cast<unsigned>(c - '0');
    }
    return value;
  };
  const Date date{
      .year = static_cast<int>(number(0, 4)), .month = number(5, 2), .day = number(8, 2)};
  return valid(date) ? std::optional(date) : std::nullopt;
}

std::string iso_date(std::int64_t days) {
  const Date date = date_of_days(days);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

unsigned weekday(std::int64_t days) {
  return static_cast<unsigned>(((days % 7) + 10) % 7);
}

}  // namespace attune
