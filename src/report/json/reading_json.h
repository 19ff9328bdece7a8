// SPDX-License-Identifier: Apache-2.0
#pragma once

// One reading as a line of JSON. The shape is a contract: fields are added, never renamed.

#include <string_view>

#include "attune/care.h"
#include "attune/reading.h"
#include "attune/record_id.h"
#include "base/json_out.h"

namespace attune {

/// Appends one *reading* with the signs of a hard time beside it, and a line end (JSON Lines).
void reading_json(JsonOut& out, const RecordId& id, const Reading& reading, const CareSigns& care);

/// "negative", "neutral" or "positive".
[[nodiscard]] std::string_view polarity_name(Polarity polarity);

}  // namespace attune
