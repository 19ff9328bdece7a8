// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "attune/lint.h"
#include "base/json_out.h"

namespace attune {

/// "3 files not read: 2 .rst, 1 .bin", the most frequent first; empty where all were read.
[[nodiscard]] std::string not_read_sentence(const LintTotals& totals);
/// "3 files not checked: German (2), French (1)"; empty where the rules knew every language.
/// `unit` is what is counted: files, or "text".
[[nodiscard]] std::string not_checked_sentence(const LintTotals& totals,
                                               std::string_view unit = "file");
/// Both sentences, each as a line.
[[nodiscard]] std::string unchecked_lines(const LintTotals& totals);

/// "not_read":{…},"not_checked":{…} of the open object.
void write_unchecked(const LintTotals& totals, JsonOut& out);

}  // namespace attune
