// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/layout.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "listen/formats/delimited.h"
#include "listen/formats/json_reader.h"
#include "listen/formats/plain_lines.h"
#include "listen/plan/dates.h"
#include "listen/plan/fold.h"
#include "listen/plan/header_words.h"
#include "listen/plan/values.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::size_t kLookedAt = 256U << 10;
constexpr std::uint64_t kRecordsLookedAt = 200;
/// Stands in no text: for one column, where a comma is just a comma.
constexpr char kNoDelimiter = '\x1f';

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

std::string clean(std::string_view name) {
  std::string out;
  name = trimmed(name);
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    append_utf8(out, point.code < 0x20 ? U' ' : point.code);
    at += point.length;
  }
  return out;
}

// --- JSON ----------------------------------------------------------------------------------------

/// Most of the first lines are JSON objects, each on its own.
bool objects_on_lines(std::string_view text, char end_of_line) {
  std::size_t objects = 0, lines = 0;
  while (!text.empty() && lines < 50) {
    const std::size_t end = std::min(text.find(end_of_line), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    ++lines;
    const std::size_t next = line.find_first_not_of(" \t", 1);
    const bool opens = line.front() == '{' && next != std::string_view::npos &&
                       (line[next] == '"' || line[next] == '}');
    objects += opens && (line.back() == '}' || text.empty()) ? 1 : 0;
  }
  return lines > 0 && objects * 2 >= lines;
}

/// A line that begins like a JSON object: enough where the name of the file says JSON Lines.
bool any_object_line(std::string_view text, char end_of_line) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(end_of_line), text.size());
    if (trimmed(text.substr(0, end)).starts_with('{')) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

/// Begins like an array of objects, or like an object.
bool opens_json(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('[')) {
    text = trimmed(text.substr(1));
    return text.starts_with('{') || text == "]";
  }
  return text.starts_with('{') && trimmed(text.substr(1)).starts_with('"');
}

// --- delimiters ----------------------------------------------------------------------------------

/// What a file looks like if cut at one delimiter.
struct Cut {
  char delimiter = ',';
  std::vector<std::vector<std::string>> head;  ///< The first three records.
  std::uint64_t records = 0;                   ///< Beside the first.
  std::uint64_t agree = 0;                     ///< … with as many cells as the first.
  std::size_t known = 0;                       ///< Cells of the first that name a field.

  [[nodiscard]] std::size_t cells() const { return head.empty() ? 0 : head.front().size(); }
  [[nodiscard]] double agreement() const {
    return records == 0 ? 1 : static_cast<double>(agree) / static_cast<double>(records);
  }
};

Cut cut_at(std::string_view sample, char delimiter, char end_of_line, const Limits& limits) {
  Cut cut{.delimiter = delimiter};
  Window window(sample);
  DelimitedReader reader(window, {.end_of_line = end_of_line, .delimiter = delimiter}, limits);
  while (cut.records < kRecordsLookedAt) {
    auto got = reader.next();
    if (!got || *got == nullptr) break;
    const auto& cells = (*got)->cells;
    if (cut.head.size() < 3) {
      auto& row = cut.head.emplace_back();
      for (const Cell& cell : cells) row.emplace_back(cell.bytes);
    }
    if ((*got)->number == 1) continue;
    ++cut.records;
    cut.agree += cells.size() == cut.cells() ? 1 : 0;
  }
  if (cut.head.empty()) return cut;
  const auto& first = cut.head.front();
  cut.known = static_cast<std::size_t>(std::count_if(
      first.begin(), first.end(), [](const std::string& cell) { return known_header(cell); }));
  return cut;
}

/// True if the first record could be the names of columns and not a sentence with commas in it.
bool header_like(const Cut& cut) {
  const auto& cells = cut.head.front();
  const std::set<std::string> distinct(cells.begin(), cells.end());
  const auto bad = std::count_if(cells.begin(), cells.end(), [](const std::string& cell) {
    const bool sentence = cell.ends_with('.') || cell.ends_with('!') || cell.starts_with(' ');
    return cell.empty() || cell.size() > 200 || sentence;
  });
  return bad == 0 && distinct.size() == cells.size();
}

/// True if the first record has what no name has: a number, a date.
bool data_like(const Cut& cut) {
  const auto& cells = cut.head.front();
  return cut.known == 0 && std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
           return parse_rating(cell) || parse_time(cell, DayOrder::unknown);
         });
}

/// A name stands in many places; one of a megabyte is a sentence, or a quote that is not closed.
bool has_long_names(const Cut& cut, const Limits& limits) {
  if (data_like(cut)) return false;
  std::size_t longest = 0, all = 0;
  for (const std::string& cell : cut.head.front()) {
    longest = std::max(longest, cell.size());
    all += cell.size();
  }
  return longest > limits.max_name_bytes || all > limits.max_names_bytes;
}

bool plausible(const Cut& cut, bool named_csv) {
  if (cut.cells() < 2) return false;
  if (cut.known > 0 && cut.agreement() >= .5) return true;
  if (cut.known > 1 && named_csv) return true;
  const bool steady = cut.agreement() >= .9 && (cut.records >= 4 || named_csv);
  return steady && (header_like(cut) || data_like(cut) || named_csv);
}

double merit(const Cut& cut) {
  return cut.agreement() + .3 * static_cast<double>(std::min<std::size_t>(cut.known, 3)) +
         (cut.cells() > 2 ? .05 : 0);
}

// --- headers -------------------------------------------------------------------------------------

/// Qualtrics: a row of {"ImportId":…}, after a row of questions. The number of header rows.
std::uint32_t qualtrics_rows(const Cut& cut) {
  for (std::size_t row = 1; row < cut.head.size(); ++row) {
    const auto& cells = cut.head[row];
    const bool ids = std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
      return cell.starts_with("{\"ImportId\"") || cell.starts_with("{'ImportId'");
    });
    if (ids) return static_cast<std::uint32_t>(row + 1);
  }
  return 1;
}

/// SurveyMonkey: a second row that says "Response" or "Open-Ended Response" and little else.
bool survey_monkey(const Cut& cut) {
  if (cut.head.size() < 2) return false;
  bool open_ended = false;
  for (const std::string& cell : cut.head[1]) {
    const std::string folded = fold_name(cell);
    open_ended = open_ended || folded == "open_ended_response";
    if (folded.size() > 60 || parse_time(cell, DayOrder::unknown)) return false;
  }
  return open_ended;
}

void name_columns(const std::vector<std::string>& cells, bool header, Layout& layout) {
  std::set<std::string> used;
  std::map<std::string, int> last;  // Of many columns with one name, so that none is tried twice.
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string name = header ? clean(cells[i]) : "";
    if (name.empty()) name = fmt::format("column_{}", i + 1);
    std::string unique = name;
    int& n = last.try_emplace(name, 1).first->second;
    while (!used.insert(unique).second) unique = fmt::format("{} ({})", name, ++n);
    layout.columns.push_back(std::move(unique));
  }
}

void read_headers(const Cut& cut, Found& found) {
  Layout& layout = found.layout;
  layout.kind = Layout::Kind::delimited;
  layout.delimiter = cut.delimiter;
  const bool header = !data_like(cut);
  layout.header_records = header ? qualtrics_rows(cut) : 0;
  name_columns(cut.head.front(), header, layout);
  if (!header) {
    found.assumed.push_back({"header",
                             "there is no header row; columns are called column_1, "
                             "column_2 …",
                             .8});
  }
  if (layout.header_records == 1 && survey_monkey(cut)) layout.header_records = 2;
  if (layout.header_records < 2) return;
  found.assumed.push_back(
      {"header",
       fmt::format("a survey export: the first {} rows are headers", layout.header_records), .98});
  const bool questions_above = layout.header_records == 2;
  const auto& questions = cut.head[questions_above ? 0 : 1];
  for (const std::string& question : questions) layout.questions.push_back(clean(question));
}

// --- one column ----------------------------------------------------------------------------------

/// A file of one column: with a header that says so, or plain lines.
void read_single(const Cut& cut, bool named_csv, Found& found) {
  const std::string first = cut.cells() == 0 ? "" : cut.head.front().front();
  const bool header = name_fit(Field::text, first) >= .8 || (named_csv && first.size() <= 200);
  if (header && cut.cells() == 1 && !trimmed(first).empty()) {
    read_headers(cut, found);
    return;
  }
  found.layout.kind = Layout::Kind::plain;
  found.assumed.push_back({"format", "plain lines, one message a line", .9});
}

bool has_ending(std::string_view name, std::string_view ending) {
  if (name.ends_with(".gz")) name.remove_suffix(3);
  return name.ends_with(ending);
}

bool named_json_lines(std::string_view name) {
  return has_ending(name, ".jsonl") || has_ending(name, ".ndjson");
}

std::string_view delimiter_name(char delimiter) {
  constexpr std::array<std::pair<char, std::string_view>, 4> kNames = {
      {{',', "commas"}, {';', "semicolons"}, {'\t', "tabs"}, {'|', "bars"}}};
  const auto* name = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const auto& known) { return known.first == delimiter; });
  return name == kNames.end() ? "nothing" : name->second;
}

Result<Found> delimited_or_plain(std::string_view sample, std::string_view name, Found found,
                                 const Limits& limits) {
  const char end_of_line = found.layout.end_of_line;
  const bool named_csv = has_ending(name, ".csv") || has_ending(name, ".tsv");
  const Cut single = cut_at(sample, kNoDelimiter, end_of_line, limits);
  Cut best = single;
  double best_merit = 0;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    Cut cut = cut_at(sample, delimiter, end_of_line, limits);
    if (!plausible(cut, named_csv) || merit(cut) <= best_merit) continue;
    best_merit = merit(cut);
    best = std::move(cut);
  }
  if (best_merit > 0 && has_long_names(best, limits)) {
    return fail(
        Fault::bad_input,
        fmt::format("has a column whose name is longer than {} bytes, or names of more than "
                    "{} bytes in all; shorten them in the first row",
                    limits.max_name_bytes, limits.max_names_bytes));
  }
  if (best.cells() > limits.max_columns) {
    return fail(Fault::bad_input, fmt::format("has more than {} columns", limits.max_columns));
  }
  if (best_merit == 0) {
    read_single(single, named_csv, found);
    return found;
  }
  read_headers(best, found);
  if (best.delimiter != ',') {
    found.assumed.push_back(
        {"delimiter", fmt::format("columns are separated by {}", delimiter_name(best.delimiter)),
         std::min(.99, best.agreement())});
  }
  return found;
}

}  // namespace

Result<Found> find_layout(std::string_view sample, bool complete, std::string_view name,
                          const Limits& limits) {
  if (trimmed(sample).empty()) return fail(Fault::bad_input, "is empty");
  std::string_view head = sample.substr(0, kLookedAt);
  Found found;
  const bool line_feed = head.find('\n') != std::string_view::npos;
  if (!line_feed && head.find('\r') != std::string_view::npos) found.layout.end_of_line = '\r';
  // A last line that is cut off is left out.
  const std::size_t last = head.rfind(found.layout.end_of_line);
  const bool cut_off = !complete || head.size() < sample.size();
  if (cut_off && last != std::string_view::npos) head = head.substr(0, last + 1);
  const char end_of_line = found.layout.end_of_line;
  if (objects_on_lines(head, end_of_line) ||
      (named_json_lines(name) && any_object_line(head, end_of_line))) {
    found.layout.kind = Layout::Kind::json_lines;
    return found;
  }
  if (opens_json(head)) {
    found.layout.kind = Layout::Kind::json_array;
    return found;
  }
  return delimited_or_plain(head, name, std::move(found), limits);
}

std::unique_ptr<RecordReader> make_reader(Window& window, const Layout& layout,
                                          const Limits& limits) {
  if (layout.kind == Layout::Kind::delimited) {
    return std::make_unique<DelimitedReader>(window, layout, limits);
  }
  if (layout.kind == Layout::Kind::plain) {
    return std::make_unique<PlainReader>(window, layout, limits);
  }
  return std::make_unique<JsonReader>(window, layout, limits);
}

}  // namespace attune
