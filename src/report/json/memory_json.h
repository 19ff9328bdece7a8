// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes what one round of themes hands to the next; read_memory.h reads it, by the same names.

#include "attune/theme_memory.h"
#include "base/json_out.h"

namespace attune {

/// What the next round of themes has to know, as the value of a key.
void memory_json(JsonOut& out, const ThemeMemory& memory);

}  // namespace attune
