// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads back what an earlier `attune themes --json` remembered.

#include <string>
#include <string_view>

#include "attune/result.h"
#include "attune/theme_memory.h"

namespace attune {

/// The memory in an output of `attune themes --json`. Refuses anything else in a sentence, without
/// its content; never trusts a length, number or id that it holds.
[[nodiscard]] Result<ThemeMemory> read_theme_memory(std::string_view json);

/// The same from a file, which the sentence then names.
[[nodiscard]] Result<ThemeMemory> load_theme_memory(const std::string& path);

}  // namespace attune
