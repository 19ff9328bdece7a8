// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/verbs.h"

namespace attune {

/// What `attune` alone or `attune --help` says.
[[nodiscard]] std::string overview();
/// What `attune VERB --help` says.
[[nodiscard]] std::string help_of(const Verb& verb);
/// docs/commands.md, made from the same table.
[[nodiscard]] std::string commands_markdown();

}  // namespace attune
