// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/time_of_day.h"

#include <algorithm>
#include <array>
#include <string>

#include "listen/plan/fold.h"

namespace attune::dates {

namespace {

/// "+01:00", "-0800", "+5"; the sign is next.
std::optional<int> zone_offset(Cursor& in) {
  const int sign = in.peek() == '-' ? -1 : 1;
  in.step();
  const std::size_t digits = in.digits_ahead();
  if (digits == 4) {
    const int value = *in.number(4, 4);
    if (value / 100 > 15 || value % 100 > 59) return std::nullopt;
    return sign * (value / 100 * 60 + value % 100);
  }
  const auto hours = in.number(1, 2);
  int minutes = 0;
  if (hours && in.take(':')) {
    const auto given = in.number(2, 2);
    if (!given) return std::nullopt;
    minutes = *given;
  }
  if (!hours || *hours > 15 || minutes > 59) return std::nullopt;
  return sign * (*hours * 60 + minutes);
}

bool afternoon(Cursor& in, Clock& clock) {
  const std::size_t from = in.at();
  const char first = static_cast<char>(in.peek() | 0x20);
  if (first != 'a' && first != 'p') return true;
  in.step();
  const bool dotted = in.take('.');
  if ((in.peek() | 0x20) != 'm' || letter(in.peek(1))) {
    in.back_to(from);
    return true;
  }
  in.step();
  if (dotted) in.take('.');
  if (clock.hour < 1 || clock.hour > 12) return false;
  clock.hour = clock.hour % 12 + (first == 'p' ? 12 : 0);
  return true;
}

}  // namespace

std::optional<int> zone_name(std::string_view word) {
  struct Zone {
    std::string_view name;
    int hours;
  };
  constexpr std::array<Zone, 16> kZones = {{{"z", 0},
                                            {"utc", 0},
                                            {"gmt", 0},
                                            {"ut", 0},
                                            {"est", -5},
                                            {"edt", -4},
                                            {"cst", -6},
                                            {"cdt", -5},
                                            {"mst", -7},
                                            {"mdt", -6},
                                            {"pst", -8},
                                            {"pdt", -7},
                                            {"cet", 1},
                                            {"cest", 2},
                                            {"bst", 1},
                                            {"mez", 1}}};
  const std::string folded = fold_name(word);
  const auto* zone = std::find_if(kZones.begin(), kZones.end(),
                                  [&](const Zone& known) { return known.name == folded; });
  return zone == kZones.end() ? std::nullopt : std::optional<int>(zone->hours * 60);
}

bool read_zone(Cursor& in, Clock& clock) {
  in.blanks();
  if (in.peek() == '+' || in.peek() == '-') {
    clock.zone_minutes = zone_offset(in);
    if (!clock.zone_minutes) return false;
    in.blanks();
    if (in.peek() == '(') {  // "(PST)" after an offset says the same again.
      while (!in.done() && !in.take(')')) in.step();
    }
    return true;
  }
  const std::size_t from = in.at();
  const std::string_view word = in.word();
  if (word.empty()) return true;
  clock.zone_minutes = zone_name(word);
  if (!clock.zone_minutes) in.back_to(from);
  // "GMT+0100", as JavaScript writes it.
  if (clock.zone_minutes && (in.peek() == '+' || in.peek() == '-')) return read_zone(in, clock);
  return true;
}

bool read_clock(Cursor& in, Clock& clock) {
  const auto hour = in.number(1, 2);
  if (!hour || !in.take(':')) return false;
  const auto minute = in.number(2, 2);
  if (!minute) return false;
  clock.hour = *hour;
  clock.minute = *minute;
  if (in.take(':')) {
    const auto second = in.number(2, 2);
    if (!second) return false;
    clock.second = *second;
    if (in.peek() == '.' || in.peek() == ',') {
      if (!digit(in.peek(1))) return false;
      in.step();
      while (digit(in.peek())) in.step();
    }
  }
  in.blanks();
  return afternoon(in, clock) && read_zone(in, clock);
}

}  // namespace attune::dates
