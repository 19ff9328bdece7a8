// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "lint/output/writer.h"

namespace attune {

/// SARIF 2.1.0 (OASIS 2020), one document when it is finished. `book` is borrowed.
[[nodiscard]] std::unique_ptr<FindingWriter> make_sarif_writer(const RuleBook& book,
                                                               FindingWriter::Out out);

}  // namespace attune
