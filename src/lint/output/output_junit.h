// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "lint/output/writer.h"

namespace attune {

/// JUnit XML as the strictest of its readers (Jenkins) takes it, one document when it is finished:
/// a suite for each file, in it a case for each finding, which fails but for a suggestion; of a
/// file without a finding one case that passes.
[[nodiscard]] std::unique_ptr<FindingWriter> make_junit_writer(FindingWriter::Out out);

}  // namespace attune
