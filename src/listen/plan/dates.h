// SPDX-License-Identifier: Apache-2.0
#pragma once

// Moments, as people and programs write them:
//   2015-02-24 · 2015-02-24T11:15:59.123Z · 2015-02-24 11:15:59 -0800 · 2015/02/24 · 20150224
//   24.02.2015 · 3/4/2015 5:06 PM · March 4, 2015 · 4 Mar 2015 · 4. März 2015
//   Tue, 24 Feb 2015 11:15:59 -0800 (RFC 2822) · Tue Feb 24 11:15:59 +0000 2015
//   1424776559 · 1424776559000 (seconds, or milliseconds, since 1970)
// A moment without a zone is UTC; a day without a clock is its first second. Whether 3/4 is in
// March or in April is a property of a whole column, never of one row.

#include <cstdint>
#include <optional>
#include <string_view>

namespace attune {

enum class DayOrder : std::uint8_t { unknown, day_first, month_first };

/// Seconds since 1970-01-01T00:00:00Z, or nothing for what is no date. With an unknown order, a
/// date that could be read in both ways is read month first if its separator is '/', else day
/// first.
[[nodiscard]] std::optional<std::int64_t> parse_time(std::string_view value, DayOrder order);

/// What the values of one column say about their order.
struct OrderVotes {
  std::uint64_t day_first = 0;
  std::uint64_t month_first = 0;
  std::uint64_t either = 0;  ///< Dates such as 3/4/2015.
  char separator = 0;        ///< Of the last of those.

  void look_at(std::string_view value);
  /// unknown if no value tells.
  [[nodiscard]] DayOrder order() const;
};

}  // namespace attune
