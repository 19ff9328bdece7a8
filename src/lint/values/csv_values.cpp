// SPDX-License-Identifier: Apache-2.0
#include "lint/values/csv_values.h"

#include <csv.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/values/scalar.h"

namespace attune {

namespace {

constexpr std::size_t kMostBytes = 256U << 20U;

/// The delimiter that the first row has most of.
char delimiter_of(std::string_view row) {
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char mark : {',', ';', '\t'}) {
    const auto found = std::count(row.begin(), row.end(), mark);
    if (found > most) best = mark;
    most = std::max(most, found);
  }
  return best;
}

/// Feeds libcsv byte by byte: it gives no places, but it ends a field at the byte that ends it.
class CsvValues {
 public:
  CsvValues(std::string_view source, std::size_t from, const ValueSink& sink)
      : source_(source), at_(from), begin_(from), sink_(sink) {}
  CsvValues(const CsvValues&) = delete;
  CsvValues& operator=(const CsvValues&) = delete;
  ~CsvValues() { csv_free(&parser_); }

  Result<void> run() {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0)
      return fail(Fault::bad_input, "no memory for a table");
    const std::string_view row = source_.substr(at_, source_.find('\n', at_) - at_);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_of(row)));
    for (; at_ < source_.size(); ++at_) {
      if (csv_parse(&parser_, source_.data() + at_, 1, &CsvValues::field, &CsvValues::row, this) !=
          1) {
        return refused();
      }
    }
    return csv_fini(&parser_, &CsvValues::field, &CsvValues::row, this) == 0 ? Result<void>{}
                                                                             : refused();
  }

 private:
  static void field(void* bytes, std::size_t size, void* self) {
    static_cast<CsvValues*>(self)->take({static_cast<const char*>(bytes), size});
  }
  static void row(int /*end*/, void* self) {
    auto* const values = static_cast<CsvValues*>(self);
    values->in_names_ = values->in_names_ && values->names_.empty();
    values->column_ = 0;
  }
  void take(std::string_view value) {
    if (in_names_) {
      names_.emplace_back(value);
    } else if (!value.empty() && column_ < names_.size()) {
      const std::string_view until = source_.substr(0, at_);
      const std::size_t begin = std::min(until.find_first_not_of(" \t\r\n", begin_), at_);
      sink_(names_[column_], place_scalar(value, until, begin));
    }
    ++column_;
    begin_ = std::min(at_ + 1, source_.size());
  }
  [[nodiscard]] Result<void> refused() const {
    const auto lines = std::count(source_.begin(), source_.begin() + static_cast<long>(at_), '\n');
    return fail(Fault::bad_input,
                "line " + std::to_string(lines + 1) +
                    ": a quotation mark is never closed, or stands in a field without "
                    "such marks around it; quote the field and write it twice");
  }

  std::string_view source_;
  std::size_t at_;     ///< The byte that libcsv is given.
  std::size_t begin_;  ///< Of the field.
  const ValueSink& sink_;
  csv_parser parser_{};
  std::vector<std::string> names_;
  std::size_t column_ = 0;
  bool in_names_ = true;
};

}  // namespace

Result<void> read_csv_values(std::string_view source, std::size_t from, const ValueSink& sink) {
  if (source.size() > kMostBytes) return fail(Fault::bad_input, "over 256 MB; split the file");
  return CsvValues(source, from, sink).run();
}

}  // namespace attune
