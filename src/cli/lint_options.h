// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "attune/lint.h"
#include "attune/result.h"
#include "cli/arguments.h"

namespace attune {

/// What `attune lint` is asked, from its flags. Refuses a value that is none, and flags that do
/// not go together.
[[nodiscard]] Result<LintOptions> lint_options(const Arguments& arguments);

/// The day of --at, or today (UTC), since 1970: facts are judged by it. The only clock of this
/// verb.
[[nodiscard]] Result<std::int64_t> day_of_checking(const Arguments& arguments);

}  // namespace attune
