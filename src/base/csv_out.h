// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one writer of CSV (RFC 4180, comma, LF). A spreadsheet runs a cell that begins with = + - or
// @ as a formula, and many cut at semicolons or tabs whatever the quotes say: what it would run
// gets an apostrophe in front, as OWASP advises against CSV injection. Within a text a smiley, a
// mention or a list is no formula and stays as it is.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace attune {

enum class CsvQuotes : std::uint8_t { where_needed, always };

/// Appends one cell. The bytes of `text` are kept but for quotes, which are doubled, and the
/// apostrophes before formulas.
void put_csv_cell(std::string& out, std::string_view text,
                  CsvQuotes quotes = CsvQuotes::where_needed);

/// Appends the cells and a line end.
void put_csv_row(std::string& out, std::span<const std::string> cells);

}  // namespace attune
