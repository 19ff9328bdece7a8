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

std::string iso_date(std::int64_t days) {
  const Date date = date_of_days(days);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

unsigned weekday(std::int64_t days) {
  return static_cast<unsigned>(((days % 7) + 10) % 7);
}

}  // namespace attune
