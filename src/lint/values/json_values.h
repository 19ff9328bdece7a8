// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads the texts of a JSON file: locales of a web page, .arb files of an app.

#include <string_view>

#include "attune/result.h"
#include "lint/values/value.h"

namespace attune {

/// Calls `sink` for every string of `source` from `from` on, in order; what stands in a list has
/// the path of the list. Refuses what is no JSON, with the line; values before that were given.
[[nodiscard]] Result<void> read_json_values(std::string_view source, std::size_t from,
                                            const ValueSink& sink);

}  // namespace attune
