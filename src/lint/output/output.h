// SPDX-License-Identifier: Apache-2.0
#pragma once

// Says findings in the ways that people and machines read: text with the words underlined, JSON,
// SARIF 2.1.0 (OASIS 2020), reviewdog's rdjson, GitHub workflow commands, JUnit XML.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "attune/finding.h"
#include "attune/lint.h"
#include "base/json_out.h"
#include "lint/document.h"
#include "lint/output/output_statistics.h"
#include "lint/output/unchecked.h"
#include "lint/output/writer.h"

namespace attune {

/// The format called `name`; text by default is up to the caller.
[[nodiscard]] Result<LintFormat> lint_format(std::string_view name);

[[nodiscard]] std::unique_ptr<FindingWriter> make_writer(LintFormat format, bool colour,
                                                         const RuleBook& book,
                                                         FindingWriter::Out out);

/// One finding as the command contract has it.
void write_finding(const Finding& finding, JsonOut& out);
/// One line of the answer to --lines.
void write_line(const LineFindings& line, JsonOut& out);

}  // namespace attune
