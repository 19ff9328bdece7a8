// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "lint/output/writer.h"

namespace attune {

/// For people: the place, the words underlined, what is wrong, why, and what helps. 80 columns.
[[nodiscard]] std::unique_ptr<FindingWriter> make_text_writer(bool colour, FindingWriter::Out out);

}  // namespace attune
