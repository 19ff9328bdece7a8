// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads the texts of a YAML file: locales of Rails, the front matter of a page.

#include <string_view>

#include "attune/result.h"
#include "lint/values/value.h"

namespace attune {

/// Calls `sink` for every scalar of the first document in `source` from `from` up to `end`, in
/// order; what an alias repeats comes once. Places are those in `source`. Refuses what is no YAML
/// or too much of it, with the line.
[[nodiscard]] Result<void> read_yaml_values(std::string_view source, std::size_t from,
                                            std::size_t end, const ValueSink& sink);

}  // namespace attune
