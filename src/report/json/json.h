// SPDX-License-Identifier: Apache-2.0
#pragma once

// The machine-readable answers. Their shape is a contract: fields are added, never renamed.

#include <span>
#include <string>
#include <string_view>

#include "attune/explanation.h"
#include "attune/reading.h"
#include "attune/theme.h"
#include "attune/theme_memory.h"
#include "base/json_out.h"

namespace attune {

/// The *explanation*, one JSON document with a line end.
[[nodiscard]] std::string explanation_json(const Explanation& explanation);

/// Appends one *reading* and a line end (JSON Lines).
void reading_json(JsonOut& out, const RecordId& id, const Reading& reading);

/// `{"themes":[…],"assignments":[…],"events":[…],"memory":{…}}` with a line end; null: no memory.
[[nodiscard]] std::string themes_json(std::span<const Theme> themes,
                                      std::span<const Assignment> assignments,
                                      std::span<const ThemeEvent> events = {},
                                      const ThemeMemory* memory = nullptr);

/// What the next round of themes has to know, as the value of a key.
void memory_json(JsonOut& out, const ThemeMemory& memory);

/// "negative", "neutral" or "positive".
[[nodiscard]] std::string_view polarity_name(Polarity polarity);

}  // namespace attune
