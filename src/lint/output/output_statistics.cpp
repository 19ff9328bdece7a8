// SPDX-License-Identifier: Apache-2.0
#include "lint/output/output_statistics.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "base/json_out.h"
#include "lint/output/output_text.h"
#include "lint/output/unchecked.h"

namespace attune {

namespace {

/// How often each rule spoke, and how loud: the most frequent first, of equals by name.
class StatisticsWriter : public FindingWriter {
 public:
  StatisticsWriter(bool json, Out out) : json_(json), out_(std::move(out)) {}

  void add(const Finding& finding, std::string_view /*source*/) override {
    ++counts_[{finding.rule, finding.severity}];
  }
  void finish(const LintTotals& totals) override {
    std::vector<Row> rows(counts_.begin(), counts_.end());
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.second > b.second; });
    out_(json_ ? document(rows, totals)
               : table(rows) + totals_line(totals) + unchecked_lines(totals));
  }

 private:
  using Row = std::pair<std::pair<std::string_view, Severity>, std::uint64_t>;

  static std::string_view severity_of(const Row& row) {
    return kSeverityNames[static_cast<std::size_t>(row.first.second)];
  }
  static std::string document(const std::vector<Row>& rows, const LintTotals& totals) {
    JsonOut json;
    json.begin_object().key("statistics").begin_array();
    for (const Row& row : rows) {
      json.begin_object().key("rule").string(row.first.first);
      json.key("severity").string(severity_of(row)).key("count").number(row.second).end_object();
    }
    json.end_array().key("files").number(totals.files).key("errors").number(totals.errors);
    json.key("warnings").number(totals.warnings).key("suggestions").number(totals.suggestions);
    write_unchecked(totals, json);
    json.end_object().newline();
    return json.take();
  }
  static std::string table(const std::vector<Row>& rows) {
    std::string text;
    for (const Row& row : rows)
      text += fmt::format("{:>7}  {:<10}  {}\n", row.second, severity_of(row), row.first.first);
    return text;
  }

  bool json_;
  Out out_;
  std::map<std::pair<std::string_view, Severity>, std::uint64_t> counts_;
};

}  // namespace

std::unique_ptr<FindingWriter> make_statistics_writer(LintFormat format, FindingWriter::Out out) {
  return std::make_unique<StatisticsWriter>(format == LintFormat::json, std::move(out));
}

}  // namespace attune
