// SPDX-License-Identifier: Apache-2.0
#include "report/headline.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/words.h"

namespace attune {

namespace {

constexpr std::size_t kMostCandidates = 3;  // Named where the order is open.

/// "late or waiting (no reply)" from "late or waiting: no reply"; a name of one half as it is, and
/// a second half that the first says already is left out.
std::string name_in_sentence(std::string_view name) {
  const std::size_t colon = name.find(": ");
  if (colon == 0 || colon == std::string_view::npos || colon + 2 == name.size())
    return std::string(name);
  const std::string_view wrong = name.substr(0, colon);
  const std::string_view how = name.substr(colon + 2);
  if (wrong.find(how) != std::string_view::npos) return std::string(wrong);
  return fmt::format("{} ({})", wrong, how);
}

/// Name, reach and, where it surely grows, since when.
std::string told(const Topic& topic, Unit unit) {
  std::string out = fmt::format("{}, {} {}", name_in_sentence(topic.name),
                                fraction_words(topic.reach.value()), unit_word(unit, 2));
  if (!topic.trend.significant || topic.trend.verdict != TrendVerdict::growing) return out;
  if (topic.trend.since.empty()) return out + ", growing";
  return out + ", growing since about " + day_words(topic.trend.since);
}

/// "a, about 1 in 8 people; b, …; and c, …"; the first of `topics` alone, of which some remain.
std::string told_all(const std::vector<const Topic*>& topics, Unit unit) {
  const std::size_t named = std::min(topics.size(), kMostCandidates);
  std::string out;
  for (std::size_t i = 0; i < named; ++i) {
    if (i > 0) out += i + 1 == topics.size() ? "; and " : "; ";
    out += told(*topics[i], unit);
  }
  if (named < topics.size()) out += fmt::format("; and {} more", topics.size() - named);
  return out;
}

std::string solve_first(const std::vector<const Topic*>& topics, Unit unit) {
  return fmt::format("Solve {} first: {}.", topics.size() == 1 ? "this" : "these",
                     told_all(topics, unit));
}

/// Those that share the first place.
std::vector<const Topic*> tied_first(const Explanation& explanation) {
  std::vector<const Topic*> out;
  for (const std::vector<std::uint32_t>& tie : explanation.ties) {
    if (std::find(tie.begin(), tie.end(), 1U) == tie.end()) continue;
    for (const Topic& topic : explanation.problems) {
      if (std::find(tie.begin(), tie.end(), topic.rank) != tie.end()) out.push_back(&topic);
    }
  }
  return out;
}

std::vector<const Topic*> first_of(const std::vector<Topic>& topics, std::size_t most) {
  std::vector<const Topic*> out;
  for (std::size_t i = 0; i < std::min(topics.size(), most); ++i) out.push_back(&topics[i]);
  return out;
}

/// No first place holds when the same messages are grouped anew: the two at its top are named.
std::string open_words(const Explanation& explanation) {
  const std::vector<const Topic*> shown = first_of(explanation.problems, 2);
  if (shown.size() < 2) {
    return fmt::format("Whether a problem stands out is open: {}.",
                       told_all(shown, explanation.unit));
  }
  return fmt::format(
      "Which problem comes first is open, among others between these: {}. Grouped anew, the same "
      "messages put others first.",
      told_all(shown, explanation.unit));
}

/// "about 9 in 10 people" of whom most are content, and what the largest problem is beside them.
std::string content_words(const Explanation& explanation) {
  const std::string content =
      fmt::format("Most {} are content ({})", unit_word(explanation.unit, 2),
                  fraction_words(explanation.content.value()));
  const auto largest = std::max_element(
      explanation.problems.begin(), explanation.problems.end(),
      [](const Topic& a, const Topic& b) { return a.reach.value() < b.reach.value(); });
  if (largest == explanation.problems.end())
    return content + "; no problem is shared by enough to be named.";
  return fmt::format("{}; the largest problem is {}.", content, told(*largest, explanation.unit));
}

}  // namespace

std::string headline(const Explanation& explanation) {
  const std::vector<const Topic*> key = first_of(explanation.problems, explanation.key_problems);
  switch (explanation.answer) {
    case Answer::mostly_content:
      return content_words(explanation);
    case Answer::no_problem:
      return fmt::format("No problem is shared by enough {} to be named.",
                         unit_word(explanation.unit, 2));
    case Answer::both_stand_out:
      return solve_first(key, explanation.unit);
    case Answer::only_one:
      return solve_first(key, explanation.unit) + " No other problem is shared by enough.";
    case Answer::first_stands_out:
      return solve_first(key, explanation.unit) + " What comes second is open.";
    case Answer::too_close:
      return fmt::format("No single problem stands out; the order of these is open: {}.",
                         told_all(tied_first(explanation), explanation.unit));
    case Answer::open:
      return open_words(explanation);
    default:
      return note_words(explanation);
  }
}

}  // namespace attune
