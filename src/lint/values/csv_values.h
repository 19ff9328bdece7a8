// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads the texts of a table: a first row of names, then a text in each row.

#include <string_view>

#include "attune/result.h"
#include "lint/values/value.h"

namespace attune {

/// Calls `sink` for every field behind the first row of `source` from `from` on, in order; its path
/// is the name of its column. Commas, semicolons or tabs, whichever the first row has most of.
/// Refuses what libcsv does not take for CSV, with the line.
[[nodiscard]] Result<void> read_csv_values(std::string_view source, std::size_t from,
                                           const ValueSink& sink);

}  // namespace attune
