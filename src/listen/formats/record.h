// SPDX-License-Identifier: Apache-2.0
#pragma once

// One record of a file, before anybody knows what its columns mean; and the readers that make them.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "listen/bytes/limits.h"
#include "listen/bytes/window.h"

namespace attune {

enum class CellKind : std::uint8_t { absent, null, text, number, boolean, nested };

/// A cell as UTF-8; `nested` JSON is given as compact text.
struct Cell {
  std::string_view bytes;
  CellKind kind = CellKind::absent;
};

/// A record. Its views die with the next call of the reader.
struct Record {
  std::uint64_t number = 0;     ///< 1-based; header rows and blank lines are not counted.
  std::uint64_t line = 0;       ///< 1-based line on which it begins.
  std::string_view raw;         ///< As it stands in the file (decoded); perhaps not valid UTF-8.
  std::span<const Cell> cells;  ///< cells[i] belongs to columns()[i].
  std::string fault;            ///< Why it must be rejected; empty for a good one.
};

class RecordReader {
 public:
  virtual ~RecordReader() = default;
  /// The next record, or null at the end.
  [[nodiscard]] virtual Result<const Record*> next() = 0;
  /// Names of the columns seen so far; grows while JSON is read.
  [[nodiscard]] virtual const std::vector<std::string>& columns() const = 0;
  /// Values passed over so far, since there were too many columns to keep theirs.
  [[nodiscard]] virtual std::uint64_t passed_over() const { return 0; }
};

/// How the records of a file are laid out.
struct Layout {
  enum class Kind : std::uint8_t { delimited, json_lines, json_array, plain };
  Kind kind = Kind::plain;
  char end_of_line = '\n';
  char delimiter = ',';
  std::uint32_t header_records = 0;    ///< Records to pass over before the data.
  std::vector<std::string> columns;    ///< Known beforehand; JSON adds those that it meets.
  std::vector<std::string> questions;  ///< Per column: the survey's question, or empty.
  std::string unnest;  ///< A JSON column whose array elements are the records; or empty.
};

/// A reader of `window`, which is borrowed.
[[nodiscard]] std::unique_ptr<RecordReader> make_reader(Window& window, const Layout& layout,
                                                        const Limits& limits);

}  // namespace attune
