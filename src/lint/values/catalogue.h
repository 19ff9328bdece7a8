// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads the copy of a file of texts, whatever it is written in.

#include <string_view>

#include "attune/result.h"
#include "lint/prose/copy_keys.h"
#include "lint/prose/markup.h"
#include "lint/values/value.h"

namespace attune {

/// Calls `sink` for every value that `keys` calls copy, in order, its placeholders as those of a
/// template. Refuses what cannot be read, with the line and what to do, and a file in which no key
/// holds copy.
[[nodiscard]] Result<void> read_catalogue(std::string_view source, Markup markup,
                                          const CopyKeys& keys, const ValueSink& sink);

}  // namespace attune
