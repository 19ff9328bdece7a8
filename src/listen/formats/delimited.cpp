// SPDX-License-Identifier: Apache-2.0
#include "listen/formats/delimited.h"

#include <fmt/core.h>
#include <simdjson.h>

#include <algorithm>

namespace attune {

DelimitedReader::DelimitedReader(Window& window, const Layout& layout, const Limits& limits)
    : lines_(window, layout.end_of_line, limits.max_record_bytes),
      limits_(limits),
      delimiter_(layout.delimiter),
      to_skip_(layout.header_records),
      columns_(layout.columns) {}

/// Keeps just enough fields to know that there are too many.
void DelimitedReader::add_field(const Field& field) {
  if (fields_.size() <= limits_.max_columns) fields_.push_back(field);
}

/// Goes on inside a quoted field at at_. `whole` means that the field is closed.
DelimitedReader::Scan DelimitedReader::scan_quoted(std::string_view record, Quotes quotes) {
  for (;;) {
    const std::size_t quote = record.find('"', at_);
    if (quote == std::string_view::npos) {
      at_ = record.size();
      return Scan::open;
    }
    std::size_t after = quote + 1;
    if (after < record.size() && record[after] == '"') {
      open_.escaped = true;
      at_ = after + 1;
      continue;
    }
    while (after < record.size() && record[after] == ' ' && delimiter_ != ' ') ++after;
    if (after == record.size() || record[after] == delimiter_) {
      open_.end = quote;
      at_ = after;
      in_quotes_ = false;
      add_field(open_);
      return Scan::whole;
    }
    if (quotes == Quotes::strict) return Scan::stray;
    at_ = quote + 1;
  }
}

/// Cuts `record` into fields_, going on where it stopped if the record has grown since.
DelimitedReader::Scan DelimitedReader::scan(std::string_view record, Quotes quotes) {
  for (;;) {
    if (!in_quotes_) {
      std::size_t begin = at_;
      while (begin < record.size() && record[begin] == ' ') ++begin;
      in_quotes_ = quotes != Quotes::none && begin < record.size() && record[begin] == '"';
      if (in_quotes_) {
        open_ = {.begin = begin + 1, .end = begin + 1, .escaped = false};
        at_ = begin + 1;
      } else {
        const std::size_t end = std::min(record.find(delimiter_, at_), record.size());
        add_field({.begin = at_, .end = end, .escaped = false});
        at_ = end;
      }
    }
    if (in_quotes_) {
      if (const Scan state = scan_quoted(record, quotes); state != Scan::whole) return state;
    }
    if (at_ >= record.size()) return Scan::whole;
    ++at_;  // The delimiter.
  }
}

Result<bool> DelimitedReader::read_record() {
  fields_.clear();
  at_ = 0;
  in_quotes_ = false;
  for (;;) {
    const Scan state = scan(lines_.record(), Quotes::strict);
    if (state == Scan::whole) return true;
    if (state == Scan::open && lines_.number() >= doomed_) {
      auto extended = lines_.extend();
      if (!extended) return extended;
      if (*extended) continue;
    }
    // Every line in between began within quotes: a record that opens a quote there ends as this
    // one.
    doomed_ = std::max(doomed_, lines_.last_number());
    retry_first_line();
    return true;
  }
}

/// The quotes of the record do not fit. Reads the first line alone, or gives it a fault.
void DelimitedReader::retry_first_line() {
  lines_.shrink_to_first_line();
  const auto fits = [&](Quotes quotes) {
    fields_.clear();
    at_ = 0;
    in_quotes_ = false;
    return scan(lines_.record(), quotes) == Scan::whole &&
           (columns_.empty() || fields_.size() == columns_.size());
  };
  if (fits(Quotes::lenient)) return;
  // Tab- and bar-separated files seldom quote at all.
  if ((delimiter_ == '\t' || delimiter_ == '|') && fits(Quotes::none)) return;
  record_.fault = "a quote is not closed";
}

void DelimitedReader::fill_cells() {
  const std::string_view record = lines_.record();
  unescaped_.clear();
  unescaped_.reserve(record.size());  // So that the views into it stay.
  cells_.clear();
  for (const Field& field : fields_) {
    std::string_view bytes = record.substr(field.begin, field.end - field.begin);
    if (field.escaped) {
      const std::size_t from = unescaped_.size();
      for (std::size_t i = 0; i < bytes.size(); ++i) {
        unescaped_ += bytes[i];
        if (bytes[i] == '"' && i + 1 < bytes.size() && bytes[i + 1] == '"') ++i;
      }
      bytes = std::string_view(unescaped_).substr(from);
    }
    cells_.push_back({.bytes = bytes, .kind = CellKind::text});
  }
  // Cells beyond the last column that hold nothing are what spreadsheets leave behind.
  while (!columns_.empty() && cells_.size() > columns_.size() && cells_.back().bytes.empty()) {
    cells_.pop_back();
  }
}

std::string DelimitedReader::why_rejected() const {
  const std::string_view record = lines_.record();
  if (lines_.too_long()) return fmt::format("longer than {} bytes", limits_.max_record_bytes);
  if (!record_.fault.empty()) return record_.fault;
  if (record.find('\0') != std::string_view::npos) return "holds a NUL byte";
  if (!simdjson::validate_utf8(record.data(), record.size())) return "not valid UTF-8";
  if (fields_.size() > limits_.max_columns) {
    return fmt::format("more than {} cells", limits_.max_columns);
  }
  if (!columns_.empty() && cells_.size() != columns_.size()) {
    return fmt::format("too {} cells ({} for {} columns)",
                       cells_.size() < columns_.size() ? "few" : "many", cells_.size(),
                       columns_.size());
  }
  const bool large = std::any_of(cells_.begin(), cells_.end(), [&](const Cell& cell) {
    return cell.bytes.size() > limits_.max_field_bytes;
  });
  return large ? fmt::format("a cell is longer than {} bytes", limits_.max_field_bytes) : "";
}

void DelimitedReader::finish_record() {
  fill_cells();
  record_.fault = why_rejected();
  record_.raw = lines_.record();
  record_.line = lines_.number();
  record_.cells = cells_;
}

Result<const Record*> DelimitedReader::next() {
  for (;;) {
    record_.fault.clear();
    auto got = lines_.next();
    if (!got) return tl::unexpected(got.error());
    if (!*got) return nullptr;
    if (lines_.record().empty()) continue;
    if (!lines_.too_long()) {
      if (auto read = read_record(); !read) return tl::unexpected(read.error());
    } else {
      fields_.clear();
    }
    if (to_skip_ > 0) {
      --to_skip_;
      continue;
    }
    ++record_.number;
    finish_record();
    return &record_;
  }
}

}  // namespace attune
