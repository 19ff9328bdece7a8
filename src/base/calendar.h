// SPDX-License-Identifier: Apache-2.0
#pragma once

// Days and seconds of the proleptic Gregorian calendar, without time zones, locales or the
// machine's clock. Day algorithms: std::chrono's civil calendar.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attune {

struct Date {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;
};

inline constexpr std::int64_t kDaySeconds = 86'400;

/// True for a day that exists (no 30th of February), years 1 to 9999.
[[nodiscard]] bool valid(const Date& date);
/// Days since 1970-01-01; `date` must be valid.
[[nodiscard]] std::int64_t days_of(const Date& date);
[[nodiscard]] Date date_of_days(std::int64_t days);
/// The UTC day of a moment in seconds since 1970.
[[nodiscard]] std::int64_t day_of_seconds(std::int64_t seconds);
/// The day of "2026-03-01", which must be all of `text` and exist.
[[nodiscard]] std::optional<Date> date_of_iso(std::string_view text);
/// "2026-03-01".
[[nodiscard]] std::string iso_date(std::int64_t days);
/// 0 = Monday … 6 = Sunday.
[[nodiscard]] unsigned weekday(std::int64_t days);

}  // namespace attune
