// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/dates.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/calendar.h"
#include "listen/plan/fold.h"
#include "listen/plan/time_of_day.h"

namespace attune {

namespace {

using dates::Clock;
using dates::Cursor;
using dates::digit;
using dates::letter;
using dates::read_clock;
using dates::read_zone;
using dates::zone_name;

struct Numeric {
  int first = 0, second = 0, year = 0;
  char separator = 0;
};

std::optional<std::int64_t> moment(const Date& date, const Clock& clock) {
  if (!valid(date) || clock.hour > 24 || clock.minute > 59 || clock.second > 60) {
    return std::nullopt;
  }
  if (clock.hour == 24 && clock.minute + clock.second > 0) return std::nullopt;
  const std::int64_t minutes = std::int64_t{60} * clock.hour + clock.minute;
  return days_of(date) * kDaySeconds + (minutes - clock.zone_minutes.value_or(0)) * 60 +
         clock.second;
}

/// What follows a date, to the end: nothing, or a clock.
std::optional<std::int64_t> finish(Cursor& in, const Date& date) {
  Clock clock;
  in.take(',');
  in.blanks();
  if ((in.peek() == 'T' || in.peek() == 't') && digit(in.peek(1))) in.step();
  if (!in.done() && digit(in.peek()) && !read_clock(in, clock)) return std::nullopt;
  if (in.peek() == 'Z') in.step();
  in.blanks();
  return in.done() ? moment(date, clock) : std::nullopt;
}

int full_year(int year, std::size_t digits) {
  if (digits > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/// "24.02.2015", "3/4/15": two small numbers and a year.
std::optional<Numeric> numeric_date(Cursor& in) {
  const auto first = in.number(1, 2);
  const char separator = in.peek();
  if (!first || (separator != '/' && separator != '.' && separator != '-')) return std::nullopt;
  in.step();
  const auto second = in.number(1, 2);
  if (!second || !in.take(separator)) return std::nullopt;
  const std::size_t digits = in.digits_ahead();
  if (digits != 2 && digits != 4) return std::nullopt;
  const int year = full_year(*in.number(2, 4), digits);
  return Numeric{.first = *first, .second = *second, .year = year, .separator = separator};
}

std::optional<Date> year_first(Cursor& in) {
  const auto year = in.number(4, 4);
  const char separator = in.peek();
  if (!year || (separator != '-' && separator != '/' && separator != '.')) return std::nullopt;
  in.step();
  const auto month = in.number(1, 2);
  if (!month || !in.take(separator)) return std::nullopt;
  const auto day = in.number(1, 2);
  if (!day) return std::nullopt;
  return Date{
      .year = *year, .month = static_cast<unsigned>(*month), .day = static_cast<unsigned>(*day)};
}

/// Digits only: "20150224", or seconds, milliseconds or microseconds since 1970.
std::optional<std::int64_t> from_digits(std::string_view value, std::size_t digits) {
  if (digits > 16) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : value.substr(0, digits)) number = number * 10 + (c - '0');
  if (digits == 8) {
    const Date date{.year = static_cast<int>(number / 10000),
                    .month = static_cast<unsigned>(number / 100 % 100),
                    .day = static_cast<unsigned>(number % 100)};
    Cursor rest(value.substr(8));
    if (rest.peek() != 'T') return rest.done() ? moment(date, {}) : std::nullopt;
    return std::nullopt;
  }
  const std::string_view rest = value.substr(digits);
  const bool fraction =
      rest.empty() ||
      (rest[0] == '.' && rest.find_first_not_of("0123456789", 1) == std::string_view::npos);
  if (!fraction) return std::nullopt;
  if (digits == 9 || digits == 10) return number;
  if (digits == 12 || digits == 13) return number / 1000;
  if (digits == 15 || digits == 16) return number / 1'000'000;
  return std::nullopt;
}

/// The basic format of ISO 8601: "20150224T111559Z".
std::optional<std::int64_t> iso_basic(std::string_view value) {
  if (value.size() < 13 || (value[8] != 'T' && value[8] != ' ')) return std::nullopt;
  Cursor in(value.substr(9));
  const std::size_t digits = in.digits_ahead();
  if (digits != 4 && digits != 6) return std::nullopt;
  std::string spread;
  spread.append(value, 0, 4).append("-").append(value, 4, 2).append("-").append(value, 6, 2);
  spread.append("T").append(value, 9, 2).append(":").append(value, 11, 2);
  if (digits == 6) spread.append(":").append(value, 13, 2);
  spread.append(value.substr(9 + digits));
  return parse_time(spread, DayOrder::unknown);
}

/// 1 to 12 by the first three letters of a month's name in the languages of western Europe.
unsigned month_of(const std::string& word) {
  struct Month {
    std::string_view start;
    unsigned number;
  };
  constexpr std::array<Month, 37> kMonths = {
      {{"janu", 1}, {"jan", 1},  {"ene", 1},  {"gen", 1},  {"feb", 2},  {"fev", 2},  {"fevr", 2},
       {"mar", 3},  {"maer", 3}, {"mrt", 3},  {"maa", 3},  {"apr", 4},  {"avr", 4},  {"abr", 4},
       {"may", 5},  {"mai", 5},  {"mag", 5},  {"mei", 5},  {"maj", 5},  {"jun", 6},  {"juin", 6},
       {"giu", 6},  {"jul", 7},  {"juil", 7}, {"lug", 7},  {"aug", 8},  {"aou", 8},  {"ago", 8},
       {"sep", 9},  {"set", 9},  {"oct", 10}, {"okt", 10}, {"out", 10}, {"ott", 10}, {"nov", 11},
       {"dec", 12}, {"dez", 12}}};
  if (word.starts_with("dic")) return 12;
  const auto* month = std::find_if(kMonths.begin(), kMonths.end(), [&](const Month& known) {
    return word.starts_with(known.start);
  });
  return month == kMonths.end() ? 0 : month->number;
}

struct Words {
  Date date{.year = 0, .month = 0, .day = 0};
  Clock clock;
  bool has_clock = false;
};

/// Words beside a month: weekdays, ordinals, "de", "at", zones. False for one of no known kind.
bool take_word(const std::string& word, std::string_view original, Words& words) {
  constexpr std::array<std::string_view, 14> kFiller = {"de", "del", "of", "at", "um", "uhr", "st",
                                                        "nd", "rd",  "th", "a",  "le", "den", "t"};
  // Weekdays first: "mar" is Tuesday in French, but a month more often; "mardi" is no month.
  constexpr std::array<std::string_view, 35> kWeekdays = {
      "mon",      "monday",  "tue",     "tues",     "tuesday",  "wed",      "wednesday",
      "thu",      "thur",    "thurs",   "thursday", "fri",      "friday",   "sat",
      "saturday", "sun",     "sunday",  "montag",   "dienstag", "mittwoch", "donnerstag",
      "freitag",  "samstag", "sonntag", "mo",       "di",       "mi",       "do",
      "fr",       "sa",      "so",      "lundi",    "mardi",    "mercredi", "jeudi"};
  if (std::find(kWeekdays.begin(), kWeekdays.end(), word) != kWeekdays.end()) return true;
  if (std::find(kFiller.begin(), kFiller.end(), word) != kFiller.end()) return true;
  if (words.date.month == 0) {
    words.date.month = month_of(word);
    return words.date.month != 0;
  }
  const auto zone = zone_name(original);
  if (zone) words.clock.zone_minutes = zone;
  return zone.has_value();
}

bool take_number(Cursor& in, Words& words) {
  if (!words.has_clock && in.digits_ahead() <= 2 && in.peek(in.digits_ahead()) == ':') {
    words.has_clock = true;
    return read_clock(in, words.clock);
  }
  const std::size_t digits = in.digits_ahead();
  const auto number = in.number(1, 4);
  if (!number) return false;
  if (digits <= 2 && words.date.day == 0) {
    words.date.day = static_cast<unsigned>(*number);
    return true;
  }
  if (words.date.year != 0 || digits == 3 || digits == 1) return false;
  words.date.year = full_year(*number, digits);
  return true;
}

/// One part of a date in words. False for what belongs in none.
bool take_part(Cursor& in, Words& words) {
  const char c = in.peek();
  if (digit(c)) return take_number(in, words);
  if (letter(c)) {
    const std::string_view word = in.word();
    return word.size() <= 24 && take_word(fold_name(word), word, words);
  }
  if ((c == '+' || c == '-') && words.has_clock && digit(in.peek(1))) {
    return read_zone(in, words.clock);
  }
  constexpr std::string_view kBetween = " ,.-/";
  in.step();
  return kBetween.find(c) != std::string_view::npos;
}

/// Dates with the name of a month, in any order of their parts.
std::optional<std::int64_t> in_words(std::string_view value) {
  Cursor in(value);
  Words words;
  while (!in.done()) {
    if (!take_part(in, words)) return std::nullopt;
  }
  if (words.date.month == 0 || words.date.year == 0 || words.date.day == 0) return std::nullopt;
  return moment(words.date, words.clock);
}

std::string_view trimmed(std::string_view value) {
  const std::size_t from = value.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return value.substr(from, value.find_last_not_of(" \t\r\n") - from + 1);
}

/// Blanks that are not ASCII (before "PM", as browsers write it) as plain ones.
std::string plain_blanks(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const std::string_view rest = value.substr(i);
    if (rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xC2\xA0")) {
      out += ' ';
      i += rest[0] == '\xE2' ? 2 : 1;
    } else {
      out += value[i];
    }
  }
  return out;
}

std::optional<std::int64_t> parse_plain(std::string_view value, DayOrder order) {
  Cursor in(value);
  const std::size_t digits = in.digits_ahead();
  if (digits == value.size() || (digits > 8 && value[digits] == '.')) {
    return from_digits(value, digits);
  }
  if (digits == 8) return iso_basic(value);
  if (digits == 4) {
    if (const auto date = year_first(in)) return finish(in, *date);
    return in_words(value);
  }
  const auto numeric = digits > 0 ? numeric_date(in) : std::nullopt;
  if (!numeric) return in_words(value);
  bool day_first = order == DayOrder::day_first;
  if (order == DayOrder::unknown) {
    const bool slash = numeric->separator == '/';
    day_first = slash ? numeric->first > 12 : numeric->second <= 12;
  }
  const int month = day_first ? numeric->second : numeric->first;
  const int day = day_first ? numeric->first : numeric->second;
  return finish(in, Date{.year = numeric->year,
                         .month = static_cast<unsigned>(month),
                         .day = static_cast<unsigned>(day)});
}

constexpr std::size_t kLongestDate = 80;

}  // namespace

std::optional<std::int64_t> parse_time(std::string_view value, DayOrder order) {
  value = trimmed(value);
  if (value.empty() || value.size() > kLongestDate) return std::nullopt;
  const bool ascii = std::none_of(value.begin(), value.end(),
                                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return ascii ? parse_plain(value, order) : parse_plain(plain_blanks(value), order);
}

void OrderVotes::look_at(std::string_view value) {
  Cursor in(trimmed(value));
  if (in.digits_ahead() > 2) return;
  const auto numeric = numeric_date(in);
  if (!numeric || numeric->first == 0 || numeric->second == 0) return;
  if (numeric->first > 31 || numeric->second > 31) return;
  if (numeric->first > 12 && numeric->second > 12) return;
  if (numeric->first > 12) {
    ++day_first;
  } else if (numeric->second > 12) {
    ++month_first;
  } else {
    ++either;
    separator = numeric->separator;
  }
}

DayOrder OrderVotes::order() const {
  if (day_first == month_first) return DayOrder::unknown;
  return day_first > month_first ? DayOrder::day_first : DayOrder::month_first;
}

}  // namespace attune
