// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which column is what. Written by people and read back by programs in one small language:
//
//   text=body,time=created_at        what `--map` takes
//   text=q3+q7                       several open questions
//   brand=                           no column, even if one looks like it
//   text="Any comments, please?"     names with , + = " or line ends are quoted, " as ""
//
// A mapping file holds the same pairs, one a line; lines that begin with # are remarks.

#include <string>
#include <string_view>

#include "attune/mapping.h"
#include "attune/result.h"

namespace attune {

/// bad_input for a field that attune does not know, or one given twice.
[[nodiscard]] Result<Mapping> parse_mapping(std::string_view pairs);

/// The pairs of `mapping`, each followed by `separator`'s character (',' or '\n').
[[nodiscard]] std::string write_mapping(const Mapping& mapping, char separator);

[[nodiscard]] Result<Mapping> load_mapping(const std::string& path);

}  // namespace attune
