// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "lint/output/writer.h"

namespace attune {

/// For people: the place, the words underlined, what is wrong, why, and what helps. 80 columns.
[[nodiscard]] std::unique_ptr<FindingWriter> make_text_writer(bool colour, FindingWriter::Out out);

/// "1 error, 2 warnings, 0 suggestions in 3 files" and a line end.
[[nodiscard]] std::string totals_line(const LintTotals& totals);

}  // namespace attune
