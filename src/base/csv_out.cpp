// SPDX-License-Identifier: Apache-2.0
#include "base/csv_out.h"

namespace attune {

namespace {

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

/// True for what a spreadsheet would run if it stood in a cell of its own: + - and @ are dangerous
/// only before a function or a command.
bool is_formula(std::string_view part) {
  if (part.empty() || !is_one_of(part[0], "=+-@")) return false;
  if (part[0] == '=') return true;
  const std::size_t call = part.find('(');
  const bool function =
      call != std::string_view::npos && call > 0 && is_ascii_letter(part[call - 1]);
  return function || part.find('|') != std::string_view::npos;
}

/// Appends the inside of a quoted cell, an apostrophe before each part behind a cut that a
/// spreadsheet would run.
void put_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view kCuts = ";\t\r\n";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && is_one_of(text[i - 1], kCuts)) {
      const std::string_view part = text.substr(i);
      if (is_formula(part.substr(0, part.find_first_of(kCuts)))) out += '\'';
    }
    if (text[i] == '"') out += '"';
    out += text[i];
  }
}

}  // namespace

void put_csv_cell(std::string& out, std::string_view text, CsvQuotes quotes) {
  const bool formula = !text.empty() && is_one_of(text[0], "=+-@\t\r");
  const bool quoted = quotes == CsvQuotes::always || formula ||
                      text.find_first_of(",;\"\n\r\t") != std::string_view::npos;
  if (!quoted) {
    out += text;
    return;
  }
  out += '"';
  if (formula) out += '\'';
  put_quoted(out, text);
  out += '"';
}

void put_csv_row(std::string& out, std::span<const std::string> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    put_csv_cell(out, cells[i]);
  }
  out += '\n';
}

}  // namespace attune
