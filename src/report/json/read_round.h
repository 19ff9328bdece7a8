// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads back what an earlier `attune explain --json` said.

#include <string>
#include <string_view>

#include "attune/earlier_round.h"
#include "attune/result.h"

namespace attune {

/// Reads the JSON that `explain --json` wrote. Refuses, in one sentence, what is no such answer,
/// and one of a version that did not yet say what a later round needs. bad_input.
[[nodiscard]] Result<EarlierRound> parse_round(std::string_view json);

/// The same from a file; the fault's message begins with its path.
[[nodiscard]] Result<EarlierRound> read_round(const std::string& path);

}  // namespace attune
