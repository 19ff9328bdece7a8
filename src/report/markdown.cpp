// SPDX-License-Identifier: Apache-2.0
#include "report/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/headline.h"
#include "report/terminal.h"
#include "report/words.h"

namespace attune {

namespace {

constexpr std::string_view kMarkup = "\\`*_{}[]()<>#|!~@&";

/// True where a reader of Markdown would make a link of plain text: "https://", "www.".
bool begins_link(std::string_view text, std::size_t at) {
  return text.substr(at, 3) == "://" ||
         (text[at] == '.' && at >= 3 &&
          (text.substr(at - 3, 3) == "www" || text.substr(at - 3, 3) == "WWW"));
}

/// Where a list or a rule would begin: at a sign, or behind a number. npos where none does.
std::size_t block_sign(std::string_view text) {
  const std::size_t at = text.find_first_not_of("0123456789");
  if (at == std::string_view::npos) return at;
  const std::string_view signs = at == 0 ? "-+=" : ".)";
  return signs.find(text[at]) == std::string_view::npos ? std::string_view::npos : at;
}

/// Customers' words cannot become markup, links, lists or table cells.
std::string escaped(std::string_view text) {
  const std::string safe = for_terminal(text);
  const std::size_t sign = block_sign(safe);
  std::string out;
  for (std::size_t at = 0; at < safe.size(); ++at) {
    const bool markup = kMarkup.find(safe[at]) != std::string_view::npos;
    if (markup || at == sign || begins_link(safe, at)) out += '\\';
    out += safe[at];
  }
  return out;
}

std::string quote_line(const Quote& quote) {
  return fmt::format("> {} — row {}\n\n", escaped(shortened(quote.text, 300)), quote.row);
}

/// The facets of a key problem as a list, or "".
std::string facet_list(const Topic& topic) {
  if (topic.facets.empty()) return {};
  std::string out = "Shows as:\n\n";
  for (std::size_t i = 0; i < std::min(kMostFacets, topic.facets.size()); ++i) {
    const Facet& facet = topic.facets[i];
    out += fmt::format("- {} ({})\n", escaped(facet.name), percent_words(facet.reach.value()));
  }
  return out + "\n";
}

/// How a key problem feels: the groups, then the fine labels that stand out; or "".
std::string feeling_list(const Topic& topic) {
  const std::vector<std::size_t> told = told_feelings(topic.groups, 3);
  if (told.empty()) return {};
  std::string out = "Reads as:\n\n";
  for (const std::size_t feeling : told)
    out += fmt::format("- {}\n", feeling_share_words(feeling, topic.groups.at(feeling)));
  std::vector<std::string> fine;
  for (const std::string_view word : feeling_words(topic.feelings, 3)) fine.emplace_back(word);
  if (!fine.empty()) out += fmt::format("- more than elsewhere: {}\n", list_words(fine));
  return out + "\n";
}

std::string topic_section(const Topic& topic, const Explanation& explanation) {
  std::string out = fmt::format("## {}. {}\n\n", topic.rank, escaped(topic.name));
  out += fmt::format("Reaches {}; reads as {}; {}.\n\n", share_words(topic.reach, explanation.unit),
                     severity_word(topic.severity_grade), escaped(trend_words(topic.trend)));
  out += facet_list(topic);
  out += feeling_list(topic);
  const std::string driver = driver_words(topic.driver, explanation.rating_scale);
  if (!driver.empty())
    out +=
        fmt::format("Associated with: {} {}.\n\n", mentioners(explanation.unit), escaped(driver));
  if (!topic.causes.empty()) {
    out += "Why, in their words:\n\n";
    for (const Cause& cause : topic.causes) out += quote_line(cause.quote);
  }
  out += "They say:\n\n";
  for (std::size_t i = 0; i < std::min<std::size_t>(topic.quotes.size(), 3); ++i) {
    out += quote_line(topic.quotes[i]);
  }
  return out;
}

std::string bullets(std::string_view title, const std::vector<Topic>& topics, std::size_t from,
                    Unit unit) {
  if (topics.size() <= from) return {};
  std::string out = fmt::format("## {}\n\n", title);
  for (std::size_t i = from; i < topics.size(); ++i) {
    out += fmt::format("- {}: {}\n", escaped(topics[i].name), share_words(topics[i].reach, unit));
    const std::string facets = facet_words(topics[i]);
    if (!facets.empty()) out += fmt::format("  - shows as {}\n", escaped(facets));
  }
  return out + "\n";
}

/// Two rounds as a table; nothing where there is no earlier one.
std::string changes(const RoundComparison& comparison) {
  if (!comparison.known) return {};
  std::string out = fmt::format("## Compared with {}\n\n", escaped(earlier_words(comparison)));
  std::string rows;
  for (const TopicChange& change : comparison.problems) {
    if (!has_moved(change.turn)) continue;
    rows += fmt::format("| {} | {} | {} |\n", turn_word(change.turn), escaped(change.name),
                        escaped(change_words(change)));
  }
  if (rows.empty()) return out + "No problem has clearly moved.\n\n";
  return out + "| | Problem | Share |\n|---|---|---|\n" + rows + "\n";
}

std::string cell_words(const CohortCell& cell) {
  if (cell.hidden) return std::string(kNotShown);
  constexpr std::array<std::string_view, kDirectionNames.size()> kMarks = {"", " ▼", " ▲"};
  const std::string_view mark = kMarks.at(static_cast<std::size_t>(cell.direction));
  return fmt::format("{} ({}){}", percent_words(cell.share.value()),
                     percent_words(cell.share.interval), mark);
}

/// Groups side by side as a table.
std::string side_by_side(std::string_view by, const std::vector<Cohort>& groups, Unit unit) {
  if (groups.empty()) return {};
  std::string out = fmt::format("## By {}\n\n| {} | {} | negative |", escaped(by), escaped(by),
                                unit_word(unit, 2));
  std::string rule = "\n|---|---|---|";
  for (const auto& [name, cell] : groups.front().problems) {
    out += fmt::format(" {} |", escaped(name));
    rule += "---|";
  }
  out += rule + "\n";
  for (const Cohort& group : groups) {
    out += fmt::format("| {} | {} | {} |", escaped(group.name),
                       group.hidden ? std::string(kTooFewToShow) : count_words(group.units),
                       cell_words(group.negative));
    for (const auto& [name, cell] : group.problems) out += fmt::format(" {} |", cell_words(cell));
    out += "\n";
  }
  return out + fmt::format("\n▲ more, ▼ less than elsewhere. {}\n\n", why_not_shown(unit));
}

/// How many and where, without their words: a summary is pasted where many read it.
std::string please_read(const Explanation& explanation) {
  if (explanation.care.empty()) return {};
  const std::size_t danger = in_danger(explanation);
  std::string out = "**Please read:** " + care_words(explanation);
  if (danger > 0)
    out += ", read first: " + escaped(care_rows(explanation, 0, danger, kDangerListed));
  return out + ".\n\n";
}

}  // namespace

std::string explanation_markdown(const Explanation& explanation) {
  std::string out = fmt::format("# {}\n\n", escaped(headline(explanation)));
  out += fmt::format("{} messages read", count_words(explanation.used));
  if (explanation.unit == Unit::people)
    out += fmt::format(", {} people", count_words(explanation.people));
  const std::string period = period_words(explanation);
  if (!period.empty()) out += ", " + period;
  out += fmt::format("; {} rejected, {} duplicates, {} in languages not read.\n\n",
                     count_words(explanation.rejected), count_words(explanation.duplicates),
                     count_words(explanation.unread));
  out += please_read(explanation);
  const std::size_t key = shown_in_full(explanation);
  for (std::size_t i = 0; i < key; ++i) out += topic_section(explanation.problems[i], explanation);
  for (const std::string& tie : tie_words(explanation)) out += tie + "\n\n";
  out += changes(explanation.compared_with);
  out += bullets("Other problems", explanation.problems, key, explanation.unit);
  if (explanation.no_topic.reach.count > 0)
    out += fmt::format("**No topic:** {}\n\n", escaped(no_topic_words(explanation)));
  out += bullets("What they ask for", explanation.needs, 0, explanation.unit);
  out += bullets("What to protect", explanation.praise, 0, explanation.unit);
  out += side_by_side("brand", explanation.brands, explanation.unit);
  if (!explanation.cohorts.by.empty())
    out += side_by_side(explanation.cohorts.by, explanation.cohorts.groups, explanation.unit);
  if (!explanation.questions_to_ask.empty()) {
    out += "## What to ask next\n\n";
    for (const OpenQuestion& question : explanation.questions_to_ask) {
      out += fmt::format("- {}\n", escaped(question_words(question)));
    }
    out += "\n";
  }
  if (!explanation.assumed.empty()) {
    out += "## Assumed\n\n";
    for (const Assumption& assumption : explanation.assumed) {
      out += fmt::format("- {}\n", escaped(assumption.said));
    }
  }
  return out;
}

}  // namespace attune
