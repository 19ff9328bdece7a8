// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/result.h"
#include "cli/arguments.h"
#include "cli/verbs.h"

namespace attune {

/// Asked before any work: would a file that this run writes (the table of flags tells, and standard
/// output is one) replace one that it reads, or another that it writes, under whatever name? Such a
/// run is refused (bad_input), and so is one whose outputs cannot be written (io).
[[nodiscard]] Result<void> check_outputs(const Verb& verb, const Arguments& arguments);

}  // namespace attune
