// SPDX-License-Identifier: Apache-2.0
#pragma once

// Says findings in the ways that people and machines read: text with the words underlined, JSON,
// SARIF 2.1.0 (OASIS 2020), reviewdog's rdjson, GitHub workflow commands.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "attune/finding.h"
#include "base/json_out.h"
#include "lint/document.h"

namespace attune {

enum class LintFormat : std::uint8_t { text, json, sarif, rdjson, github };

/// The format called `name`; text by default is up to the caller.
[[nodiscard]] Result<LintFormat> lint_format(std::string_view name);

struct LintTotals {
  std::uint64_t files = 0;
  std::uint64_t errors = 0;
  std::uint64_t warnings = 0;
  std::uint64_t suggestions = 0;
  std::uint64_t cleared = 0;

  void count(Severity severity);
  [[nodiscard]] bool loud() const { return errors + warnings > 0; }
};

/// Writes findings as they come. `out` gets pieces of output, in order.
class FindingWriter {
 public:
  using Out = std::function<void(std::string_view)>;
  virtual ~FindingWriter() = default;
  /// A finding in a file whose bytes are `source`.
  virtual void add(const Finding& finding, std::string_view source) = 0;
  virtual void cleared(const Cleared& /*cleared*/, std::string_view /*file*/) {}
  virtual void finish(const LintTotals& totals) = 0;
};

[[nodiscard]] std::unique_ptr<FindingWriter> make_writer(LintFormat format, bool colour,
                                                         const RuleBook& book,
                                                         FindingWriter::Out out);

/// One finding as the command contract has it.
void write_finding(const Finding& finding, JsonOut& out);
/// One line of the answer to --lines.
void write_line(const LineFindings& line, JsonOut& out);

[[nodiscard]] std::unique_ptr<FindingWriter> make_text_writer(bool colour, FindingWriter::Out out);
[[nodiscard]] std::unique_ptr<FindingWriter> make_sarif_writer(const RuleBook& book,
                                                               FindingWriter::Out out);
[[nodiscard]] std::unique_ptr<FindingWriter> make_rdjson_writer(FindingWriter::Out out);
[[nodiscard]] std::unique_ptr<FindingWriter> make_github_writer(FindingWriter::Out out);

}  // namespace attune
