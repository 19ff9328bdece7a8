// SPDX-License-Identifier: Apache-2.0
#pragma once

// What copy says of when an offer ends: on which day, or how many days from the day of checking.
//
//   end_claim("The sale ends tonight!", "ends tonight")   // within [0, 0]

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/calendar.h"

namespace attune {

/// A day that a text names. What it leaves out (0) may be anything.
struct NamedDay {
  unsigned month = 0;
  unsigned day = 0;
  int year = 0;
  [[nodiscard]] bool is(const Date& date) const {
    return (month == 0 || month == date.month) && day == date.day &&
           (year == 0 || year == date.year);
  }
};

/// Days from the day of checking on: 0 is that day.
struct DaysAhead {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

/// How an offer's end is told. Without days, weekday and spans the end is near, and no day is told.
struct EndClaim {
  std::vector<NamedDay> days;
  std::optional<unsigned> weekday;  ///< 0 = Monday. Only where no day is named.
  std::vector<DaysAhead> ahead;     ///< "tonight", "in 3 hours". Only where neither is named.
  bool past = false;                ///< "The sale ended on Friday": it says so itself.
};

/// The claim that `text` makes, with the words `hit` of it in question. None where it says nothing
/// of an end, or where something else than an offer ends: a basket, a seat, a last reminder.
[[nodiscard]] std::optional<EndClaim> end_claim(std::string_view text, std::string_view hit);

/// The day that a fact gives ("2026-06-30", with a time of day or without, "30 June 2026"); none
/// where it holds anything else.
[[nodiscard]] std::optional<Date> day_of_fact(std::string_view value);

/// The number of a digit string or word ("1,200", "twelve"), or none.
[[nodiscard]] std::optional<long> number_of(std::string_view word);

}  // namespace attune
