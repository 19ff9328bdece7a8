// SPDX-License-Identifier: Apache-2.0
#pragma once

// The machine-readable answers. Their shape is a contract: fields are added, never renamed.

#include <span>
#include <string>
#include <vector>

#include "attune/explanation.h"
#include "attune/theme.h"
#include "attune/theme_memory.h"

namespace attune {

/// The *explanation*, one JSON document with a line end.
[[nodiscard]] std::string explanation_json(const Explanation& explanation);

/// `{"themes":[…],"assignments":[…],"events":[…],"left_out":[…],"memory":{…}}` with a line end;
/// null: no memory. `left_out` are sentences.
[[nodiscard]] std::string themes_json(std::span<const Theme> themes,
                                      std::span<const Assignment> assignments,
                                      std::span<const ThemeEvent> events = {},
                                      const ThemeMemory* memory = nullptr,
                                      const std::vector<std::string>& left_out = {});

}  // namespace attune
