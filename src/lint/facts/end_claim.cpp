// SPDX-License-Identifier: Apache-2.0
#include "lint/facts/end_claim.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "text/tokens.h"

namespace attune {

namespace {

constexpr std::size_t kReach = 4;  ///< Tokens between "ends" and the day it speaks of.
constexpr long kLongestCount = 1000;

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/// Words that say by themselves that something ends,
constexpr std::array<std::string_view, 26> kEnds = {
    "end",      "ends",     "ending",  "ended",    "expire",    "expires",    "expiring",
    "expired",  "until",    "till",    "close",    "closes",    "closing",    "finish",
    "finishes", "deadline", "vanish",  "vanishes", "disappear", "disappears", "lasts",
    "gone",     "late",     "limited", "valid",    "ticking"};
/// … or behind one of these: "running out", "is over", "goes up".
constexpr std::array<std::string_view, 3> kAway = {"out", "over", "up"};
constexpr std::array<std::string_view, 10> kNearly = {"running", "run", "runs", "is",   "almost",
                                                      "nearly",  "be",  "go",   "goes", "going"};
/// … words that do so before a span of time,
constexpr std::array<std::string_view, 6> kLast = {"last", "final", "only", "just", "in", "next"};
/// … and behind one.
constexpr std::array<std::string_view, 5> kLeft = {"left", "remaining", "remain", "only", "go"};
/// Words of the day of checking,
constexpr std::array<std::string_view, 5> kToday = {"today", "tonight", "midnight", "noon",
                                                    "shortly"};
constexpr std::array<std::string_view, 3> kPartsOfDay = {"morning", "afternoon", "evening"};
constexpr std::array<std::string_view, 7> kMoments = {"minute", "minutes", "moment", "moments",
                                                      "second", "seconds", "hour"};
/// … and words by which "tomorrow" is too late.
constexpr std::array<std::string_view, 3> kGone = {"gone", "late", "over"};
/// Verbs by which an offer ends in plain words.
constexpr auto kPlainEnds =
    std::to_array<std::string_view>({"end", "ends", "ending", "expire", "expires", "expiring",
                                     "until", "till", "close", "closes", "finish", "finishes"});
/// What may follow "last" or "final".
constexpr std::array<std::string_view, 7> kChances = {
    "chance", "chances", "call", "shot", "opportunity", "opportunities", "days"};
constexpr std::array<std::string_view, 5> kBriefly = {"hour", "hours", "minutes", "moments", "day"};
constexpr std::array<std::string_view, 22> kOffers = {
    "offer",    "offers",  "sale",  "sales",     "deal",    "deals",   "discount", "discounts",
    "price",    "prices",  "promo", "promotion", "code",    "coupon",  "voucher",  "bargain",
    "bargains", "savings", "rate",  "clearance", "special", "specials"};
/// What else may end; a fact about the offer does not speak of it.
constexpr auto kOthers = std::to_array<std::string_view>(
    {"basket",      "baskets",      "cart",     "carts",     "bag",          "reserved",
     "reservation", "held",         "session",  "seat",      "seats",        "spot",
     "spots",       "ticket",       "tickets",  "account",   "points",       "notice",
     "reminder",    "warning",      "page",     "screen",    "tab",          "invoice",
     "payment",     "booking",      "delivery", "delivered", "shipping",     "arrives",
     "membership",  "subscription", "store",    "shop",      "registration", "applications",
     "application", "enrolment",    "doors",    "poll",      "survey",       "webinar",
     "event",       "warranty",     "contract", "link",      "password",     "licence",
     "license",     "trial",        "office",   "desk",      "returns",      "competition",
     "festival",    "course",       "visa",     "passport"});

unsigned month_of(std::string_view word) {
  for (std::size_t m = 0; m < kMonths.size(); ++m) {
    const bool brief = word.size() == 3 || (word == "sept" && m == 8);
    if (word == kMonths[m] || (brief && kMonths[m].starts_with(word)))
      return static_cast<unsigned>(m) + 1;
  }
  return 0;
}

/// The leading digits of `text`, thousands with or without commas.
std::optional<long> digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c != ',') {
      break;
    }
  }
  long value = 0;
  if (digits.empty() || digits.size() > 12) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Reads one text, token by token.
class ClaimReader {
 public:
  explicit ClaimReader(std::string_view text) : text_(text) { tokenise(text, tokens_); }

  [[nodiscard]] bool holds(const auto& words) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (among(words, tokens_.word(i))) return true;
    }
    return false;
  }

  /// Does the text tell of an end that has come, and of none that comes?
  [[nodiscard]] bool past() const {
    constexpr auto kPast = std::to_array<std::string_view>({"ended", "expired"});
    return holds(kPast) && std::all_of(ends_.begin(), ends_.end(), [&](std::size_t i) {
             return among(kPast, tokens_.word(i)) || !among(kEnds, tokens_.word(i));
           });
  }
  /// "never expires", "does not end": what it denies is no claim.
  [[nodiscard]] bool denied() const {
    constexpr auto kNever = std::to_array<std::string_view>(
        {"never", "not", "doesn't", "don't", "won't", "isn't", "cannot", "no"});
    return std::any_of(ends_.begin(), ends_.end(), [&](std::size_t i) {
      return among(kPlainEnds, tokens_.word(i)) &&
             (among(kNever, before(i, 1)) || among(kNever, before(i, 2)));
    });
  }

  /// The days that the text names.
  [[nodiscard]] std::vector<NamedDay> days() const {
    std::vector<NamedDay> days;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (const auto day = day_of_month(i)) days.push_back(*day);
      if (const auto day = dotted(tokens_.word(i))) days.push_back(*day);
      if (const auto date = date_of_iso(text_.substr(tokens_.list[i].span.begin, 10)))
        days.push_back({date->month, date->day, date->year});
    }
    return days;
  }

  /// Does the text say that something ends?
  [[nodiscard]] bool ends() const { return !ends_.empty(); }

  void find_ends(bool dated) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::string_view word = tokens_.word(i);
      const bool by = dated && (word == "by" || word == "before");
      const bool out = among(kAway, word) && among(kNearly, before(i, 1));
      if (by || out || among(kEnds, word) || chance_at(i) || only_at(i) || span_at(i))
        ends_.push_back(i);
    }
  }

  /// "ends on the 30th", "until 30/6": days without the name of a month, behind an end alone.
  [[nodiscard]] std::vector<NamedDay> brief_days() const {
    std::vector<NamedDay> days;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::string_view word = tokens_.word(i);
      const auto day = digits_of(word);
      if (!day || *day < 1 || *day > 31 || word.size() > 4 || !behind_end(i)) continue;
      const auto one = static_cast<unsigned>(*day);
      const auto two = at(i + 1) == "/" ? digits_of(at(i + 2)) : std::nullopt;
      if (two && *two >= 1 && *two <= 31) {
        const auto other = static_cast<unsigned>(*two);  // 5/6 is read both ways.
        days.push_back({other, one, 0});
        days.push_back({one, other, 0});
      } else if (word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd") ||
                 word.ends_with("th")) {
        days.push_back({0, one, 0});
      }
    }
    return days;
  }

  /// "ends on Friday"; which one "next Friday" is, people do not agree.
  [[nodiscard]] std::optional<unsigned> weekday_told() const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto* const found = std::find(kWeekdays.begin(), kWeekdays.end(), tokens_.word(i));
      if (found != kWeekdays.end() && behind_end(i) && before(i, 1) != "next")
        return static_cast<unsigned>(found - kWeekdays.begin());
    }
    return std::nullopt;
  }

  [[nodiscard]] std::vector<DaysAhead> ahead() const {
    std::vector<DaysAhead> spans;
    bool tomorrow = false;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_.word(i) == "tomorrow" && behind_end(i)) tomorrow = true;
      if (const auto span = span_at(i)) spans.push_back(*span);
    }
    if (tomorrow) spans.push_back({holds(kGone) ? 0 : 1, 1});
    for (std::size_t i = 0; i < tokens_.size() && !tomorrow; ++i) {
      if (only_at(i) || last_day_at(i) || (behind_end(i) && today_at(i))) spans.push_back({0, 0});
      if (tokens_.word(i) == "hours" && behind_end(i)) spans.push_back({0, 1});
    }
    return spans;
  }

 private:
  [[nodiscard]] std::string_view at(std::size_t i) const {
    return i < tokens_.size() ? tokens_.word(i) : std::string_view();
  }
  [[nodiscard]] std::string_view before(std::size_t i, std::size_t by) const {
    return i >= by ? tokens_.word(i - by) : std::string_view();
  }
  /// "30 June", "June 30th, 2026": the month is token `i`.
  [[nodiscard]] std::optional<NamedDay> day_of_month(std::size_t i) const {
    const unsigned month = month_of(tokens_.word(i));
    if (month == 0) return std::nullopt;
    const auto of = [](std::string_view word) {
      const auto day = digits_of(word);
      return day && *day >= 1 && *day <= 31 && word.size() <= 4 ? *day : 0;
    };
    const std::size_t next = at(i + 1) == "." ? i + 2 : i + 1;  // "Dec. 31"
    const bool after = of(before(i, 1)) == 0;
    const long day = after ? of(at(next)) : of(before(i, 1));
    if (day == 0) return std::nullopt;
    std::size_t year_at = after ? next + 1 : next;
    if (at(year_at) == ",") ++year_at;
    const auto year = at(year_at).size() == 4 ? digits_of(at(year_at)) : std::nullopt;
    const bool named = year && *year >= 1900 && *year < 2200;
    return NamedDay{month, static_cast<unsigned>(day), named ? static_cast<int>(*year) : 0};
  }
  /// "30.06.2026"
  static std::optional<NamedDay> dotted(std::string_view word) {
    if (word.size() != 10 || word[2] != '.' || word[5] != '.') return std::nullopt;
    const std::string iso =
        fmt::format("{}-{}-{}", word.substr(6), word.substr(3, 2), word.substr(0, 2));
    const auto date = date_of_iso(iso);
    return date ? std::optional(NamedDay{date->month, date->day, date->year}) : std::nullopt;
  }
  /// "last chance", "final hours", "last few days"
  [[nodiscard]] bool chance_at(std::size_t i) const {
    if (tokens_.word(i) != "last" && tokens_.word(i) != "final") return false;
    const std::string_view next = at(i + 1) == "few" ? at(i + 2) : at(i + 1);
    return among(kChances, next) || among(kBriefly, next);
  }
  /// "the last day", "final hours"
  [[nodiscard]] bool last_day_at(std::size_t i) const {
    return chance_at(i) && among(kBriefly, at(i + 1) == "few" ? at(i + 2) : at(i + 1));
  }
  /// "today only", "only tonight"
  [[nodiscard]] bool only_at(std::size_t i) const {
    const std::string_view word = tokens_.word(i);
    return (word == "today" || word == "tonight") &&
           (at(i + 1) == "only" || before(i, 1) == "only");
  }
  /// "tonight", "this evening", "at 6pm", "any minute"
  [[nodiscard]] bool today_at(std::size_t i) const {
    const std::string_view word = tokens_.word(i);
    if (among(kToday, word)) return true;
    if (among(kPartsOfDay, word)) return before(i, 1) == "this";
    const bool number = number_of(word).has_value();
    if (before(i, 1) == "at" || before(i, 1) == "by") return number && at(i + 1) != "/";
    return among(kMoments, word) && !number_of(before(i, 1));
  }
  [[nodiscard]] bool behind_end(std::size_t i) const {
    return std::any_of(ends_.begin(), ends_.end(),
                       [&](std::size_t end) { return end <= i && i - end <= kReach; });
  }
  /// "in 3 hours", "only two days left", "09:45 left": the number is token `i`.
  [[nodiscard]] std::optional<DaysAhead> span_at(std::size_t i) const {
    const std::string_view word = tokens_.word(i);
    const bool clock =
        tokens_.list[i].kind == TokenKind::number && word.find(':') != std::string_view::npos;
    const auto count = number_of(word);
    if (!count || *count > kLongestCount) return std::nullopt;
    const bool leads = among(kLast, before(i, 1)) || among(kLast, before(i, 2));
    const std::size_t unit = clock ? i : i + 1;
    const bool trails = among(kLeft, at(unit + 1)) || among(kLeft, at(unit + 2));
    if (!leads && !trails) return std::nullopt;
    if (clock) return DaysAhead{0, 0};
    return span_of(*count, at(unit));
  }
  static std::optional<DaysAhead> span_of(long count, std::string_view unit) {
    if (unit.starts_with("min") || unit.starts_with("sec")) return DaysAhead{0, 0};
    if (unit == "hour" || unit == "hours" || unit == "hrs" || unit == "hr" || unit == "h")
      return DaysAhead{count > 0 ? (count - 1) / 24 : 0, (count + 23) / 24};
    if (unit == "day" || unit == "days") return DaysAhead{std::max(count - 1, 0L), count};
    if (unit == "week" || unit == "weeks") return DaysAhead{std::max(7 * count - 6, 0L), 7 * count};
    return std::nullopt;
  }

  std::string_view text_;
  Tokens tokens_;
  std::vector<std::size_t> ends_;  ///< Tokens that say that something ends.
};

}  // namespace

std::optional<long> number_of(std::string_view word) {
  constexpr std::array<std::string_view, 13> kNumbers = {"zero", "one",    "two",   "three", "four",
                                                         "five", "six",    "seven", "eight", "nine",
                                                         "ten",  "eleven", "twelve"};
  const auto* const found = std::find(kNumbers.begin(), kNumbers.end(), word);
  if (found != kNumbers.end()) return found - kNumbers.begin();
  return digits_of(word);
}

std::optional<EndClaim> end_claim(std::string_view text, std::string_view hit) {
  if (ClaimReader(hit).holds(kOthers)) return std::nullopt;
  ClaimReader reader(text);
  EndClaim claim;
  claim.days = reader.days();
  reader.find_ends(!claim.days.empty());
  if (!reader.ends() || (reader.holds(kOthers) && !reader.holds(kOffers))) return std::nullopt;
  if (reader.denied()) return std::nullopt;
  claim.past = reader.past();
  if (claim.days.empty()) claim.days = reader.brief_days();
  if (!claim.days.empty()) return claim;
  claim.weekday = reader.weekday_told();
  if (!claim.weekday) claim.ahead = reader.ahead();
  return claim;
}

std::optional<Date> day_of_fact(std::string_view value) {
  if (const auto date = date_of_iso(value.substr(0, 10))) {
    const std::string_view rest = value.substr(10);
    const bool time = rest.size() >= 6 && (rest[0] == 'T' || rest[0] == ' ');
    const bool clean = rest.find_first_not_of("0123456789:.+-ZT ") == std::string_view::npos;
    return rest.empty() || (time && clean) ? date : std::nullopt;
  }
  const std::vector<NamedDay> days = ClaimReader(value).days();
  if (days.size() != 1 || days[0].year == 0 || value.size() > 20) return std::nullopt;
  const Date date{days[0].year, days[0].month, days[0].day};
  return valid(date) ? std::optional(date) : std::nullopt;
}

}  // namespace attune
