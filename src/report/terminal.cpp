// SPDX-License-Identifier: Apache-2.0
#include "report/terminal.h"

#include <fmt/format.h>

#include "report/headline.h"
#include "report/words.h"
#include "text/utf8.h"

namespace attune {

namespace {

/// Writes lines, wrapped at the terminal's width, with a hanging indent.
class Page {
 public:
  explicit Page(const TerminalOptions& options) : options_(options) {}

  void blank() { out_ += '\n'; }

  void bold(std::string_view text) {
    if (options_.colour) out_ += "\x1b[1m";
    wrap(text, 0);
    if (options_.colour) out_.insert(out_.size() - 1, "\x1b[0m");
  }

  /// `lead` stands at the left, `text` wraps to its right, `indent` columns in.
  void line(std::string_view lead, std::string_view text, std::size_t indent) {
    std::string padded(lead);
    padded.resize(std::max(padded.size(), indent), ' ');
    wrap(padded + std::string(text), indent);
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void wrap(std::string_view text, std::size_t indent) {
    const std::string safe = for_terminal(text);
    std::size_t column = 0;
    std::size_t from = 0;
    while (from <= safe.size()) {
      const std::size_t space = std::min(safe.find(' ', from), safe.size());
      const std::string_view word = std::string_view(safe).substr(from, space - from);
      const std::size_t width = columns_of(word);
      if (column > indent && column + 1 + width > options_.columns) {
        out_ += '\n';
        out_.append(indent, ' ');
        column = indent;
      } else if (from > 0) {
        out_ += ' ';
        ++column;
      }
      out_ += word;
      column += width;
      from = space + 1;
    }
    out_ += '\n';
  }

  static std::size_t columns_of(std::string_view word) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < word.size();) {
      const CodePoint point = decode(word, at);
      columns += point.code >= 0x2E80 || (point.code >= 0x1100 && point.code < 0x1160) ? 2 : 1;
      at += point.length;
    }
    return columns;
  }

  TerminalOptions options_;
  std::string out_;
};

constexpr std::size_t kIndent = 3;
constexpr std::size_t kLabel = 14;
constexpr std::size_t kQuote = 110;
constexpr std::size_t kRowsListed = 5;  // Of messages to read; the page shows all.
constexpr std::size_t kMostFeelings = 2;
constexpr std::size_t kMostChanges = 5;
constexpr std::size_t kMostCompared = 2;  // Problems compared between groups.

void label(Page& page, std::string_view name, std::string_view text) {
  page.line(std::string(kIndent, ' ') + std::string(name), text, kLabel);
}

std::string quoted(const Quote& quote) {
  return fmt::format("“{}” (row {})", shortened(quote.text, kQuote), quote.row);
}

void key_problem(Page& page, const Topic& topic, const Explanation& explanation) {
  page.bold(fmt::format("{}. {}", topic.rank, topic.name));
  label(page, "reaches",
        share_words(topic.reach, explanation.unit) + ", " +
            std::string(severity_word(topic.severity_grade)));
  const std::string facets = facet_words(topic);
  if (!facets.empty()) label(page, "shows as", facets);
  const std::string feelings = feelings_in_short(topic.groups, kMostFeelings);
  if (!feelings.empty()) label(page, "reads as", feelings);
  if (topic.trend.known && topic.trend.verdict != TrendVerdict::steady)
    label(page, "over time", trend_words(topic.trend));
  const std::string driver = driver_words(topic.driver, explanation.rating_scale);
  if (!driver.empty() && topic.driver.rating)
    label(page, "goes with", fmt::format("{} {}", mentioners(explanation.unit), driver));
  if (!topic.causes.empty()) {
    const Cause& cause = topic.causes.front();
    std::string text = quoted(cause.quote);
    if (cause.people > 1) text += fmt::format("; {} say the like", count_words(cause.people));
    label(page, "because", text);
  }
  if (!topic.quotes.empty()) label(page, "they say", quoted(topic.quotes.front()));
}

/// "name (12 %), name (9 %)".
std::string names(const std::vector<Topic>& topics, std::size_t from, std::size_t most) {
  std::string out;
  for (std::size_t i = from; i < std::min(topics.size(), from + most); ++i) {
    if (i > from) out += "; ";
    out += fmt::format("{} ({})", topics[i].name, percent_words(topics[i].reach.value()));
  }
  return out;
}

/// What moved since the earlier round, most first.
void since_before(Page& page, const RoundComparison& comparison) {
  if (!comparison.known) return;
  page.bold("Compared with " + earlier_words(comparison));
  std::size_t shown = 0;
  for (const TopicChange& change : comparison.problems) {
    if (!has_moved(change.turn)) continue;
    if (++shown > kMostChanges) break;
    label(page, turn_word(change.turn), change.name + ": " + change_words(change));
  }
  if (shown == 0) label(page, "", "no problem has clearly moved");
  page.blank();
}

std::string cell_words(std::string_view name, const CohortCell& cell) {
  if (cell.hidden) return fmt::format("{} {}", name, kNotShown);
  std::string out = fmt::format("{} {} ({})", name, percent_words(cell.share.value()),
                                percent_words(cell.share.interval));
  if (cell.direction == Direction::higher) out += ", more than elsewhere";
  if (cell.direction == Direction::lower) out += ", less than elsewhere";
  return out;
}

/// The groups of the column asked for.
void side_by_side(Page& page, const Explanation& explanation) {
  const Cohorts& cohorts = explanation.cohorts;
  if (cohorts.by.empty()) return;
  page.blank();
  page.bold("By " + cohorts.by);
  if (cohorts.groups.empty()) {
    label(page, "", fmt::format("there are not two groups of {} or more to compare", kFewestShown));
    return;
  }
  bool hidden = false;
  for (const Cohort& group : cohorts.groups) {
    if (group.hidden) {
      label(page, group.name, fmt::format("{} {}", kTooFewToShow, unit_word(explanation.unit, 2)));
      continue;
    }
    std::string text =
        fmt::format("{} {}; {}", count_words(group.units), unit_word(explanation.unit, group.units),
                    cell_words("negative", group.negative));
    hidden = hidden || group.negative.hidden;
    for (std::size_t i = 0; i < std::min(group.problems.size(), kMostCompared); ++i) {
      text += "; " + cell_words(group.problems[i].first, group.problems[i].second);
      hidden = hidden || group.problems[i].second.hidden;
    }
    label(page, group.name + " ", text);
  }
  if (hidden) label(page, "", why_not_shown(explanation.unit));
}

void please_read(Page& page, const Explanation& explanation) {
  const std::size_t count = explanation.care.size();
  if (count == 0) return;
  const std::size_t danger = in_danger(explanation);
  std::string text = care_words(explanation);
  if (danger == 0) {
    text += ": " + care_rows(explanation, 0, count, kRowsListed);
  } else {
    text += ", read first: " + care_rows(explanation, 0, danger, kDangerListed);
    if (danger < count) text += "; then " + care_rows(explanation, danger, count, kRowsListed);
  }
  page.line("Please read", text, kLabel);
}

void footer(Page& page, const Explanation& explanation, std::size_t key) {
  std::string also = names(explanation.problems, key, 4);
  const Share& loose = explanation.no_topic.reach;
  if (loose.count > 0)
    also += fmt::format("{}no shared topic ({})", also.empty() ? "" : "; ",
                        percent_words(loose.value()));
  if (!also.empty()) page.line("Also", also, kLabel);
  if (!explanation.needs.empty()) page.line("They ask for", names(explanation.needs, 0, 3), kLabel);
  if (!explanation.praise.empty()) page.line("Protect", names(explanation.praise, 0, 3), kLabel);
  if (!explanation.questions_to_ask.empty()) {
    page.line("Ask next", question_words(explanation.questions_to_ask.front()), kLabel);
  }
  please_read(page, explanation);
}

}  // namespace

std::string explanation_terminal(const Explanation& explanation, const TerminalOptions& options) {
  Page page(options);
  page.bold(headline(explanation));
  page.line("", read_words(explanation), 0);
  const std::size_t key = shown_in_full(explanation);
  for (std::size_t i = 0; i < key; ++i) {
    page.blank();
    key_problem(page, explanation.problems[i], explanation);
  }
  page.blank();
  const std::vector<std::string> ties = tie_words(explanation);
  for (std::size_t i = 0; i < ties.size(); ++i) {  // Of the problems shown above.
    if (explanation.ties[i].front() <= key) page.line("", ties[i], 0);
  }
  since_before(page, explanation.compared_with);
  footer(page, explanation, key);
  side_by_side(page, explanation);
  if (!explanation.assumed.empty()) {
    std::string assumed;
    for (const Assumption& assumption : explanation.assumed) {
      assumed += (assumed.empty() ? "" : "; ") + assumption.said;
    }
    page.line("Assumed", assumed, kLabel);
  }
  return page.take();
}

}  // namespace attune
