// SPDX-License-Identifier: Apache-2.0
#include "listen/rejects.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/csv_out.h"
#include "listen/rejects_file.h"
#include "text/harmless.h"
#include "text/utf8.h"

namespace attune {

namespace {
constexpr std::size_t kLongestRow = 64U << 10;
}  // namespace

Rejects Rejects::beside(const std::string& file) {
  Rejects rejects(rejects_path_of(file), false);
  rejects.keep_strange_ = true;
  return rejects;
}

/// Appends one quoted cell; what is not UTF-8 becomes U+FFFD.
void Rejects::cell(std::string_view text, char after) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool invalid = point.code == 0xFFFD && point.length == 1;
    if (invalid || point.code == 0) {
      append_utf8(valid, 0xFFFD);
    } else {
      valid += text.substr(at, point.length);
    }
    at += point.length;
  }
  put_csv_cell(line_, valid, CsvQuotes::always);
  line_ += after;
}

void Rejects::open() {
  std::error_code error;
  if (keep_strange_ && std::filesystem::exists(path_, error) && !holds_rejects(path_)) {
    why_not_ = "holds something else than rejects, so it is not replaced";
    return;
  }
  auto made = NewFile::create(path_);
  if (!made) {
    why_not_ = made.error().message;
    return;
  }
  file_ = std::move(*made);
  file_.write(std::string(with_file_ ? kRejectsHeaderOfMany : kRejectsHeader) + "\n");
}

void Rejects::add(const Row& row) {
  if (count_++ == 0 && !path_.empty()) open();
  if (!file_.is_open()) return;
  line_.clear();
  if (with_file_) cell(for_terminal(row.file), ',');
  line_ += fmt::format("{},{},", row.line, row.record);
  cell(row.reason, ',');
  cell(row.raw.substr(0, kLongestRow), '\n');
  file_.write(line_);
}

std::string Rejects::finish() {
  if (file_.is_open()) {
    auto done = file_.commit();
    written_ = done.has_value();
    if (!done) why_not_ = done.error().message;
  }
  if (why_not_.empty()) return {};
  return fmt::format(
      "{}: {}; rejected rows ({}) are not kept: name another file with --rejects PATH", path_,
      why_not_, count_);
}

}  // namespace attune
