// SPDX-License-Identifier: Apache-2.0
#pragma once

// CSV, TSV and their kin (RFC 4180, and what programs make of it).
//
// A cell may be quoted, hold line ends, and write a quote as two. A quote that is never closed must
// not swallow the rest of the file: when a quoted cell runs into a quote that closes nothing, or
// into the end of the file or the limit, its first line is tried alone, with quotes inside read as
// they stand ("he said "hi" to me"); if that does not give a whole row, this line is rejected and
// reading goes on with the next. The work is linear in the file: a stretch that a record has run
// through in vain is not run through again. Judged in its test by libcsv on generated input.

#include <string>
#include <vector>

#include "listen/bytes/lines.h"
#include "listen/formats/record.h"

namespace attune {

class DelimitedReader final : public RecordReader {
 public:
  /// With no `layout.columns`, rows may have any number of cells (for looking at a sample).
  DelimitedReader(Window& window, const Layout& layout, const Limits& limits);

  [[nodiscard]] Result<const Record*> next() override;
  [[nodiscard]] const std::vector<std::string>& columns() const override { return columns_; }

 private:
  enum class Scan : std::uint8_t { whole, open, stray };
  enum class Quotes : std::uint8_t { strict, lenient, none };
  struct Field {
    std::size_t begin = 0, end = 0;
    bool escaped = false;  ///< Holds doubled quotes.
  };

  [[nodiscard]] Result<bool> read_record();
  void add_field(const Field& field);
  Scan scan(std::string_view record, Quotes quotes);
  Scan scan_quoted(std::string_view record, Quotes quotes);
  void retry_first_line();
  void finish_record();
  void fill_cells();
  [[nodiscard]] std::string why_rejected() const;

  Lines lines_;
  Limits limits_;
  char delimiter_;
  std::uint32_t to_skip_;
  std::vector<std::string> columns_;
  Record record_;
  std::vector<Cell> cells_;
  std::string unescaped_;

  std::vector<Field> fields_;
  std::size_t at_ = 0;  ///< Where scan() goes on when the record has grown.
  Field open_;          ///< The quoted field that it was in, if `in_quotes_`.
  bool in_quotes_ = false;
  std::uint64_t doomed_ = 0;  ///< A quote that is open at the end of a line before this stays open.
};

}  // namespace attune
