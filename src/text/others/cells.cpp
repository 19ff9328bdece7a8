// SPDX-License-Identifier: Apache-2.0
#include "text/others/cells.h"

#include <algorithm>
#include <string>

#include "text/ascii.h"

namespace attune {

namespace {

constexpr std::size_t kFewestCells = 4;
constexpr std::size_t kLongestCode = 40;  ///< Bytes of an id, a date, a number.

Span span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool letter = is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    words += letter && !inside ? 1 : 0;
    inside = inside ? !is_blank(c) : letter;
  }
  return words;
}

/// Reads JSON far enough to tell values that are strings from all the rest.
class JsonCell {
 public:
  explicit JsonCell(std::string_view text) : text_(text) {}

  /// The strings that are values, without their quotes; where keys say which hold words
  /// ("comment"), those alone. Empty where the text is no JSON.
  std::vector<Span> values() {
    int depth = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        if (!string()) return {};
        continue;
      }
      if (c == '{' || c == '[') ++depth;
      if ((c == '}' || c == ']') && --depth == 0) break;
      if (!structural(c)) return {};
      ++at_;
    }
    const bool whole = depth == 0 && at_ + 1 == text_.size() && keys_ + values_.size() > 0;
    if (!whole) return {};
    return told_.empty() ? values_ : told_;
  }

 private:
  /// What may stand outside a string: marks, numbers, and true, false, null.
  static bool structural(char c) {
    constexpr std::string_view kMarks = "{}[],:+-.";
    constexpr std::string_view kLetters = "truefalsnE";
    return is_blank(c) || is_digit(c) || kMarks.find(c) != std::string_view::npos ||
           kLetters.find(c) != std::string_view::npos;
  }

  bool string() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    if (at_ >= text_.size()) return false;
    const std::size_t end = at_++;
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    const Span whole = span(begin, end);
    if (at_ < text_.size() && text_[at_] == ':') {
      ++keys_;
      key_ = whole.of(text_);
    } else {
      values_.push_back(whole);
      if (holds_text(key_)) told_.push_back(whole);
    }
    return true;
  }

  static bool holds_text(std::string_view key) {
    constexpr std::string_view kKeys =
        "|a|answer|body|comment|comments|content|description|feedback|message|note|reason|response|"
        "review|summary|text|title|value|verbatim|";
    const std::string wanted = "|" + std::string(key) + "|";
    return !key.empty() && kKeys.find(wanted) != std::string_view::npos;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t keys_ = 0;
  std::string_view key_;  ///< The last one.
  std::vector<Span> values_;
  std::vector<Span> told_;  ///< Under keys that hold words.
};

/// The end of the cell that begins at `at`: its closing quote, or a separator without a space
/// behind it.
std::size_t end_of_cell(std::string_view text, std::size_t at, char separator, bool quoted) {
  for (; at < text.size(); ++at) {
    const bool last = at + 1 == text.size();
    if (quoted && text[at] == '"' && (last || text[at + 1] == separator)) return at;
    if (!quoted && text[at] == separator && (last || !is_blank(text[at + 1]))) return at;
  }
  return at;
}

/// The cells of a row; quotes around a cell are kept out.
std::vector<Span> cells_of(std::string_view text, char separator) {
  std::vector<Span> cells;
  for (std::size_t at = 0; at <= text.size();) {
    const bool quoted = at < text.size() && text[at] == '"';
    const std::size_t begin = quoted ? at + 1 : at;
    const std::size_t end = end_of_cell(text, begin, separator, quoted);
    cells.push_back(span(begin, end));
    at = end + (quoted ? 2 : 1);
  }
  return cells;
}

/// Empty, or a number, a date, an id: digits and no two words.
bool is_code(std::string_view cell) {
  cell = trimmed(cell);
  if (cell.empty()) return true;
  return cell.size() <= kLongestCode && count_digits(cell) > 0 && count_words(cell) <= 1;
}

/// The cells that hold words, if `text` is a row of CSV: its first cell is a code, and another.
std::vector<Span> worded_cells(std::string_view text, char separator) {
  const std::vector<Span> cells = cells_of(text, separator);
  if (cells.size() < kFewestCells) return {};
  const auto codes =
      std::count_if(cells.begin(), cells.end(), [&](Span cell) { return is_code(cell.of(text)); });
  if (codes < 2 || cells.front().empty() || !is_code(cells.front().of(text))) return {};
  std::vector<Span> worded;
  for (const Span cell : cells) {
    if (count_words(cell.of(text)) >= 3) worded.push_back(cell);
  }
  return worded;
}

/// The values that hold two words or more; where none does, the longest that holds one.
std::vector<Span> worded_values(std::string_view text) {
  const std::vector<Span> values = JsonCell(text).values();
  std::vector<Span> worded;
  Span longest;
  for (const Span value : values) {
    const std::size_t words = count_words(value.of(text));
    if (words >= 2) worded.push_back(value);
    if (words == 1 && value.size() > longest.size()) longest = value;
  }
  if (worded.empty() && !longest.empty()) worded.push_back(longest);
  return worded;
}

/// Empty cells at the end of a text: ";;;;". People write a few commas themselves.
std::size_t hollow_end(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && text[begin - 1] == text.back()) --begin;
  const bool hollow = text.back() == ';' ? text.size() - begin >= 3
                                         : text.back() == ',' && text.size() - begin >= 5;
  return hollow && begin > 0 ? begin : text.size();
}

}  // namespace

bool find_cells(std::string_view text, std::vector<LeftOut>& out) {
  const std::string_view body = trimmed(text);
  if (body.empty()) return false;
  const auto offset = static_cast<std::size_t>(body.data() - text.data());
  std::vector<Span> worded;
  if (body.front() == '{' || body.front() == '[') worded = worded_values(body);
  if (body.front() == '"' || is_digit(body.front())) {
    for (const char separator : {';', ',', '\t', '|'}) {
      if (worded.empty()) worded = worded_cells(body, separator);
    }
  }
  if (worded.empty()) {
    const std::size_t end = hollow_end(body);
    if (end < body.size())
      out.push_back({Others::markup, span(offset + end, offset + body.size())});
    return false;
  }
  std::size_t at = offset;
  for (const Span cell : worded) {
    if (offset + cell.begin > at) out.push_back({Others::markup, span(at, offset + cell.begin)});
    at = offset + cell.end;
  }
  if (at < offset + body.size()) out.push_back({Others::markup, span(at, offset + body.size())});
  return true;
}

}  // namespace attune
