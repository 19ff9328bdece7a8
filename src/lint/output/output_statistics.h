// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "lint/output/writer.h"

namespace attune {

/// Counts by rule instead of findings: JSON with the totals for LintFormat::json, else a table for
/// people.
[[nodiscard]] std::unique_ptr<FindingWriter> make_statistics_writer(LintFormat format,
                                                                    FindingWriter::Out out);

}  // namespace attune
