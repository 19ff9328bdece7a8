// SPDX-License-Identifier: Apache-2.0
#include "report/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/calendar.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string_view month_name(const Date& date) {
  return kMonths[date.month - 1];
}

/// How many times as often, where that many is a figure worth saying once it is rounded.
std::string often_words(double ratio) {
  if (ratio < 1.15) return "more often in the later half";
  return fmt::format("about {:.1f} times as often in the later half", ratio);
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

std::string why_not_shown(Unit unit) {
  return fmt::format("Not shown: {} {}, or a number that would give such a small one away.",
                     kTooFewToShow, unit_word(unit, 2));
}

std::string_view mentioners(Unit unit) {
  return unit == Unit::people ? "people who mention it" : "messages that mention it";
}

std::string percent_words(double share) {
  const double percent = share * 100;
  if (percent >= 1.95 || percent <= 0) return fmt::format("{:.0f} %", percent);
  return percent < 0.1 ? "under 0.1 %" : fmt::format("{:.1f} %", percent);
}

std::string percent_words(const Interval& interval) {
  const double low = interval.low * 100;
  const double high = interval.high * 100;
  if (high < 2 || std::lround(low) == std::lround(high))
    return fmt::format("{:.1f}–{:.1f} %", low, high);
  return fmt::format("{:.0f}–{:.0f} %", low, high);
}

std::string fraction_words(double share) {
  if (share >= 0.95) return "almost all";
  if (share >= 0.28) return fmt::format("about {} in 10", std::lround(share * 10));
  if (share >= 0.005) {
    const auto of = std::lround(1 / share);
    const auto round = of > 20 ? (of + 2) / 5 * 5 : of;
    return fmt::format("about 1 in {}", round);
  }
  return share > 0 ? "fewer than 1 in 200" : "no";
}

std::string share_words(const Share& share, Unit unit) {
  const std::string fraction = fraction_words(share.value());
  return fmt::format("{} {} ({})", fraction, unit_word(unit, 2), percent_words(share.interval));
}

std::optional<std::int64_t> day_number(std::string_view iso) {
  const std::optional<Date> date = date_of_iso(iso);
  return date ? std::optional(days_of(*date)) : std::nullopt;
}

std::string day_words(std::string_view iso) {
  const std::optional<Date> date = date_of_iso(iso);
  if (!date) return std::string(iso);
  return fmt::format("{} {} {}", date->day, month_name(*date), date->year);
}

std::string period_words(const Explanation& explanation) {
  const std::optional<Date> from = date_of_iso(explanation.from);
  const std::optional<Date> to = date_of_iso(explanation.to);
  if (!from || !to) return {};
  if (explanation.from == explanation.to) return day_words(explanation.from);
  const std::string end = day_words(explanation.to);
  if (from->year != to->year) return fmt::format("{} to {}", day_words(explanation.from), end);
  if (from->month == to->month) return fmt::format("{} to {}", from->day, end);
  return fmt::format("{} {} to {}", from->day, month_name(*from), end);
}

std::string trend_words(const Trend& trend) {
  switch (trend.verdict) {
    case TrendVerdict::growing: {
      const std::string often = often_words(trend.ratio);
      if (trend.since.empty()) return "growing: " + often;
      return fmt::format("growing: {}, since about {}", often, day_words(trend.since));
    }
    case TrendVerdict::may_be_growing:
      return "may be growing, but chance alone could look like this";
    case TrendVerdict::steady:
      return "steady, as far as the data can tell";
    case TrendVerdict::shrinking:
      return "shrinking";
    case TrendVerdict::unknown:
      break;
  }
  return "too few dates to say whether it grows";
}

std::string_view turn_word(Turn turn) {
  return kTurnNames.at(static_cast<std::size_t>(turn));
}

std::string change_words(const TopicChange& change) {
  if (change.before.of == 0) return fmt::format("{} now", percent_words(change.now.value()));
  std::string out = fmt::format("from {} to {}", percent_words(change.before.value()),
                                percent_words(change.now.value()));
  const double low = change.interval.low * 100;
  const double high = change.interval.high * 100;
  if (low > 0) return out + fmt::format(" ({:.1f} to {:.1f} points more)", low, high);
  if (high < 0) return out + fmt::format(" ({:.1f} to {:.1f} points less)", -high, -low);
  return out + fmt::format(" ({:.1f} points less to {:.1f} more)", -low, high);
}

std::string driver_words(const Association& driver, const RatingScale& scale) {
  if (!driver.known || driver.direction == Direction::open) return {};
  const bool lower = driver.direction == Direction::lower;
  const double low = lower ? -driver.interval.high : driver.interval.low;
  const double high = lower ? -driver.interval.low : driver.interval.high;
  const std::string_view way = lower ? "lower" : "higher";
  if (!driver.rating) {
    return fmt::format("end on words that read {:.2f} {} ({:.2f}–{:.2f}), from -1 to 1",
                       std::abs(driver.effect), way, low, high);
  }
  if (scale.stars)
    return fmt::format("rate {:.1f} stars {} ({:.1f}–{:.1f})", std::abs(driver.effect), way, low,
                       high);
  return fmt::format("rate {:.1f} points {} ({:.1f}–{:.1f}), from {:g} to {:g}",
                     std::abs(driver.effect), way, low, high, scale.low, scale.high);
}

std::string opportunity_words(const TextOpportunity& opportunity) {
  constexpr std::array<std::string_view, kOpportunityGradeNames.size()> kWords = {
      "low", "worth a look", "strong"};
  return fmt::format("{} ({:.0f} of 20, estimated from text)",
                     kWords.at(static_cast<std::size_t>(opportunity.grade)), opportunity.score);
}

std::string earlier_words(const RoundComparison& comparison) {
  Explanation earlier;
  earlier.from = comparison.from;
  earlier.to = comparison.to;
  std::string period = period_words(earlier);
  if (!period.empty()) return period;
  return comparison.files.empty() ? "the earlier round" : list_words(comparison.files);
}

std::string_view severity_word(SeverityGrade grade) {
  return kSeverityGradeNames.at(static_cast<std::size_t>(grade));
}

std::string no_topic_words(const Explanation& explanation) {
  const Share& reach = explanation.no_topic.reach;
  const bool one = reach.count == 1;
  return fmt::format("{} {} ({}) {} of what few others do, or {} not say of what",
                     count_words(reach.count), unit_word(explanation.unit, reach.count),
                     percent_words(reach.value()), one ? "complains" : "complain",
                     one ? "does" : "do");
}

std::string question_words(const OpenQuestion& question) {
  struct Words {
    std::string_view unknown;  // "4 % of the sentences say …"
    std::string_view ask;
  };
  constexpr std::array<Words, kUnknownNames.size()> kWords = {
      {{"when it began", "when did you first meet this, and did it ever work before?"},
       {"at which step it happens", "what were you doing just before it happened, step by step?"},
       {"on which device", "on which device did it happen, and with which version?"},
       {"what they were told", "whom did you ask about it, and what were you told?"},
       {"what would help", "what would have put it right for you?"}}};
  const Words& words = kWords.at(static_cast<std::size_t>(question.asks));
  const std::string share =
      question.said > 0 ? fmt::format("only {} of the sentences say", percent_words(question.said))
                        : "none of the sentences says";
  return fmt::format("“{}”: {} {}. Ask: {}", question.problem, share, words.unknown, words.ask);
}

std::string_view feeling_word(std::size_t feeling) {
  return feeling == static_cast<std::size_t>(Feeling::let_down) ? "let down"
                                                                : kFeelingNames.at(feeling);
}

std::vector<std::size_t> told_feelings(const FeelingShares& groups, std::size_t most) {
  constexpr double kMet = 0.1;
  std::vector<std::size_t> told = {static_cast<std::size_t>(Feeling::annoyed),
                                   static_cast<std::size_t>(Feeling::let_down),
                                   static_cast<std::size_t>(Feeling::worried)};
  std::stable_sort(told.begin(), told.end(), [&](std::size_t a, std::size_t b) {
    return groups.at(a).share > groups.at(b).share;
  });
  const std::size_t largest = told.front();
  if (groups.at(largest).share <= 0) return {};
  std::erase_if(told, [&](std::size_t feeling) {
    return feeling != largest && groups.at(feeling).interval.low < kMet;
  });
  if (told.size() > most) told.resize(most);
  return told;
}

std::string feeling_share_words(std::size_t feeling, const FeelingShare& share) {
  return fmt::format("{}: {} of its {} {} ({}; {} unsure), in all {}", feeling_word(feeling),
                     fraction_words(share.share), count_words(share.messages),
                     unit_word(Unit::messages, share.messages), percent_words(share.interval),
                     percent_words(share.unsure), fraction_words(share.all));
}

std::string feelings_in_short(const FeelingShares& groups, std::size_t most) {
  const auto bare = [](double share) {
    std::string words = fraction_words(share);
    return words.starts_with("about ") ? words.substr(6) : words;
  };
  std::string out;
  double unsure = 0;
  for (const std::size_t feeling : told_feelings(groups, most)) {
    const FeelingShare& share = groups.at(feeling);
    const std::string much = out.empty() ? fmt::format("{} of {} {}", fraction_words(share.share),
                                                       count_words(share.messages),
                                                       unit_word(Unit::messages, share.messages))
                                         : bare(share.share);
    out += fmt::format("{}{}: {} ({}), in all {}", out.empty() ? "" : "; ", feeling_word(feeling),
                       much, percent_words(share.interval), bare(share.all));
    unsure = std::max(unsure, share.unsure);
  }
  return out.empty() ? out : out + fmt::format("; {} unsure", percent_words(unsure));
}

std::vector<std::string_view> feeling_words(const std::vector<EmotionShare>& feelings,
                                            std::size_t most) {
  std::vector<std::string_view> words;
  for (const EmotionShare& feeling : feelings) {
    if (words.size() == most) break;
    if (feeling.named) words.push_back(kEmotions[feeling.emotion]);
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

std::string facet_words(const Topic& topic) {
  std::string out;
  for (std::size_t i = 0; i < std::min(kMostFacets, topic.facets.size()); ++i) {
    const Facet& facet = topic.facets[i];
    if (i > 0) out += ", ";
    out += fmt::format("{} ({})", facet.name, percent_words(facet.reach.value()));
  }
  return out;
}

std::vector<std::string> tie_words(const Explanation& explanation) {
  std::vector<std::string> out;
  for (const std::vector<std::uint32_t>& tie : explanation.ties) {
    std::vector<std::string> ranks;
    ranks.reserve(tie.size());
    for (const std::uint32_t rank : tie) ranks.push_back(std::to_string(rank));
    out.push_back(
        fmt::format("Problems {} cannot be told apart by these data: take their order as open.",
                    list_words(ranks)));
  }
  return out;
}

std::size_t shown_in_full(const Explanation& explanation) {
  return says_little(explanation.answer) ? 0
                                         : std::min<std::size_t>(2, explanation.problems.size());
}

std::string note_words(const Explanation& explanation) {
  const std::string_view shared = unit_word(explanation.unit, 2);
  const std::uint64_t counted = explanation.counted;
  switch (explanation.answer) {
    case Answer::nothing:
      return fmt::format("No problem, need or praise is shared by enough {} to be named.", shared);
    case Answer::only_praise:
      return fmt::format("There is praise; no problem is shared by enough {} to be named.", shared);
    case Answer::no_messages:
      return "There is no message to read.";
    case Answer::unread:
      return "None of these messages is in a language that attune reads (English).";
    case Answer::too_few:
      return fmt::format(
          "Only {} message{}: too few to rank problems. Read {}; it takes a few minutes.", counted,
          counted == 1 ? "" : "s", counted == 1 ? "it" : "them all");
    default:
      return {};
  }
}

std::string_view care_word(Care kind) {
  constexpr std::array<std::string_view, kCareNames.size()> kWords = {
      "a bereavement", "an illness",          "a disability", "a lost job",
      "debt",          "caring for somebody", "a separation", "danger"};
  return kWords.at(static_cast<std::size_t>(kind));
}

std::string place_words(const CareMessage& message) {
  const std::string row = fmt::format("row {}", message.passage.row);
  return message.file.empty() ? row : fmt::format("{} of {}", row, message.file);
}

std::size_t in_danger(const Explanation& explanation) {
  return static_cast<std::size_t>(std::count_if(explanation.care.begin(), explanation.care.end(),
                                                [](const CareMessage& m) { return m.danger(); }));
}

std::string care_words(const Explanation& explanation) {
  const std::size_t count = explanation.care.size();
  const std::size_t danger = in_danger(explanation);
  std::string out =
      fmt::format("{} {} may come from somebody in {}", count_words(count),
                  unit_word(Unit::messages, count), danger == count ? "danger" : "a hard time");
  if (danger > 0 && danger < count)
    out += fmt::format("; {} may be in danger", count_words(danger));
  return out;
}

std::string care_rows(const Explanation& explanation, std::size_t from, std::size_t to,
                      std::size_t most) {
  std::vector<std::string> rows;
  const std::size_t end = std::min(to, from + most);
  for (std::size_t i = from; i < end; ++i) {
    const CareMessage& message = explanation.care[i];
    rows.push_back(i == from || !message.file.empty() ? place_words(message)
                                                      : std::to_string(message.passage.row));
  }
  if (end == to) return list_words(rows);
  std::string out;
  for (const std::string& row : rows) out += row + ", ";
  return out + fmt::format("and {} more", count_words(to - end));
}

std::string read_words(const Explanation& explanation) {
  std::string out = fmt::format("Read {} {}", count_words(explanation.used),
                                unit_word(Unit::messages, explanation.used));
  if (explanation.unit == Unit::people) {
    out += fmt::format(" from {} {}", count_words(explanation.people),
                       unit_word(Unit::people, explanation.people));
  }
  const std::string period = period_words(explanation);
  if (!period.empty()) out += ", " + period;
  out += '.';
  if (explanation.rejected > 0) {
    out += fmt::format(" {} could not be read.", count_words(explanation.rejected));
  }
  if (explanation.unread > 0) {
    out += fmt::format(" {} in other languages, counted apart.", count_words(explanation.unread));
  }
  return out;
}

std::string severity_formula(Unit unit) {
  // The words below say these figures.
  constexpr SeverityWeights kSaid{.annoyed = 0.35F,
                                  .let_down = 0.15F,
                                  .worried = 0.15F,
                                  .harm = 0.2F,
                                  .again = 0.05F,
                                  .leaving = 0.1F};
  static_assert(kSaid.annoyed == kSeverityWeights.annoyed &&
                kSaid.let_down == kSeverityWeights.let_down &&
                kSaid.worried == kSeverityWeights.worried && kSaid.harm == kSeverityWeights.harm &&
                kSaid.again == kSeverityWeights.again && kSaid.leaving == kSeverityWeights.leaving);
  const bool people = unit == Unit::people;
  return fmt::format(
      "Severity adds up, over the {} speaking of a problem, how likely {} words read as annoyed "
      "(35 %), let down (15 %) and worried (15 %), whether they tell of harm to money, data or "
      "safety (20 %), {}and whether they speak of leaving (10 %). 0 is as mild as "
      "problems get, 1 the worst; half of the problems of many files lie under 0.5.",
      people ? "people" : "messages", people ? "their" : "the",
      people ? "whether they had to write about it on more than one day (5 %), " : "");
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
