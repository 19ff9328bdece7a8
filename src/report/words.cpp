// SPDX-License-Identifier: Apache-2.0
#include "report/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

struct DayParts {
  int year = 0;
  int month = 0;
  int day = 0;
};

bool parse_day(std::string_view iso, DayParts& parts) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return false;
  const auto number = [&](std::size_t at, std::size_t length, int& out) {
    return std::from_chars(iso.data() + at, iso.data() + at + length, out).ptr ==
           iso.data() + at + length;
  };
  return number(0, 4, parts.year) && number(5, 2, parts.month) && number(8, 2, parts.day) &&
         parts.month >= 1 && parts.month <= 12;
}

/// "1 in 5", "4 in 10", "almost all", "fewer than 1 in 200".
std::string fraction_words(double share) {
  if (share >= 0.95) return "almost all";
  if (share >= 0.28) return fmt::format("about {} in 10", std::lround(share * 10));
  if (share >= 0.005) {
    const auto of = std::lround(1 / share);
    const auto round = of > 20 ? (of + 2) / 5 * 5 : of;
    return fmt::format("about 1 in {}", round);
  }
  return share > 0 ? "fewer than 1 in 200" : "none";
}

bool overrides_direction(char32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
         code == 0x200E || code == 0x200F || code == 0x061C;
}

}  // namespace

std::string count_words(std::uint64_t count) {
  std::string out = std::to_string(count);
  for (std::size_t i = out.size(); i > 3;) out.insert(i -= 3, 1, ',');
  return out;
}

std::string_view unit_word(Unit unit, std::uint64_t count) {
  if (unit == Unit::people) return count == 1 ? "person" : "people";
  return count == 1 ? "message" : "messages";
}

std::string percent_words(double share) {
  const double percent = share * 100;
  if (percent >= 1.95 || percent <= 0) return fmt::format("{:.0f} %", percent);
  return percent < 0.1 ? "under 0.1 %" : fmt::format("{:.1f} %", percent);
}

std::string percent_words(const Interval& interval) {
  const double low = interval.low * 100;
  const double high = interval.high * 100;
  if (high < 2) return fmt::format("{:.1f}–{:.1f} %", low, high);
  return fmt::format("{:.0f}–{:.0f} %", low, high);
}

std::string share_words(const Share& share, Unit unit) {
  const std::string fraction = fraction_words(share.value());
  return fmt::format("{} {} ({})", fraction, unit_word(unit, 2), percent_words(share.interval));
}

std::string day_words(std::string_view iso) {
  DayParts parts;
  if (!parse_day(iso, parts)) return std::string(iso);
  return fmt::format("{} {} {}", parts.day, kMonths[static_cast<std::size_t>(parts.month - 1)],
                     parts.year);
}

std::string period_words(const Explanation& explanation) {
  DayParts from;
  DayParts to;
  if (!parse_day(explanation.from, from) || !parse_day(explanation.to, to)) return {};
  if (explanation.from == explanation.to) return day_words(explanation.from);
  if (from.year != to.year) {
    return fmt::format("{} to {}", day_words(explanation.from), day_words(explanation.to));
  }
  const std::string end = day_words(explanation.to);
  if (from.month == to.month) return fmt::format("{} to {}", from.day, end);
  return fmt::format("{} {} to {}", from.day, kMonths[static_cast<std::size_t>(from.month - 1)],
                     end);
}

std::string trend_words(const Trend& trend) {
  if (!trend.known) return "too few dates to say whether it grows";
  if (trend.significant && trend.ratio > 1) {
    const std::string often =
        trend.ratio >= 1.15
            ? fmt::format("about {:.1f} times as often in the later half", trend.ratio)
            : "more often in the later half";
    return fmt::format("growing: {}, since about {}", often, day_words(trend.since));
  }
  if (trend.interval.high < 0.9) return "shrinking";
  if (trend.interval.low > 1.1) return "may be growing, but chance alone could look like this";
  return "steady, as far as the data can tell";
}

std::string_view severity_word(double severity) {
  if (severity < 0.25) return "mild";
  if (severity < 0.45) return "moderate";
  return severity < 0.65 ? "serious" : "severe";
}

std::vector<std::string_view> feeling_words(const std::vector<EmotionShare>& feelings,
                                            std::size_t most) {
  std::vector<std::string_view> words;
  for (const EmotionShare& feeling : feelings) {
    if (words.size() == most) break;
    if (kEmotions[feeling.emotion] != "neutral" && feeling.share >= 0.05) {
      words.push_back(kEmotions[feeling.emotion]);
    }
  }
  return words;
}

std::string list_words(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
    out += items[i];
  }
  return out;
}

std::vector<std::string> tie_words(const Explanation& explanation) {
  std::vector<std::string> out;
  for (const std::vector<std::uint32_t>& tie : explanation.ties) {
    std::vector<std::string> ranks;
    for (const std::uint32_t rank : tie) ranks.push_back(std::to_string(rank));
    out.push_back(
        fmt::format("Problems {} cannot be told apart by these data: take their order as open.",
                    list_words(ranks)));
  }
  return out;
}

std::size_t key_problems(const Explanation& explanation) {
  return std::min<std::size_t>(2, explanation.problems.size());
}

std::string headline(const Explanation& explanation) {
  if (!explanation.note.empty()) return explanation.note;
  if (explanation.problems.empty()) {
    return "No problem is shared by enough people to be named.";
  }
  if (explanation.problems.size() == 1) return "One problem stands out.";
  return "These two problems are the ones to solve first.";
}

std::string_view severity_formula() {
  return "Severity is the mean over the people who speak of a problem of: half for how unpleasant "
         "their words "
         "read, a quarter for how strong, 15 % if they had to write about it on more than one day, "
         "and 10 % if "
         "they speak of leaving. 0 is none, 1 is the worst.";
}

std::string for_terminal(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool control = point.code < 0x20 || (point.code >= 0x7F && point.code < 0xA0);
    if (control || overrides_direction(point.code) || point.code == 0x2028 ||
        point.code == 0x2029) {
      out += ' ';
    } else {
      out.append(text, at, point.length);
    }
    at += point.length;
  }
  return out;
}

std::string shortened(std::string_view text, std::size_t most) {
  std::string folded;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (space && (folded.empty() || folded.back() == ' ')) continue;
    folded += space ? ' ' : c;
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  std::size_t at = 0;
  std::size_t characters = 0;
  std::size_t word = 0;
  while (at < folded.size() && characters < most) {
    if (folded[at] == ' ') word = at;
    at += decode(folded, at).length;
    ++characters;
  }
  if (at >= folded.size()) return folded;
  return folded.substr(0, word > at / 2 ? word : at) + "…";
}

}  // namespace attune
