// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is left of a file when some of its bytes are deleted, and where the rest then stands.
// `cuts` are spans of the file, ascending, that do not overlap.

#include <string>
#include <string_view>
#include <vector>

#include "attune/span.h"

namespace attune {

/// `bytes` but for `cuts`.
[[nodiscard]] std::string without(std::string_view bytes, const std::vector<Span>& cuts);

/// Where `spans` (ascending) stand afterwards; what was cut from their inside is gone.
[[nodiscard]] std::vector<Span> moved(std::vector<Span> spans, const std::vector<Span>& cuts);

}  // namespace attune
