// SPDX-License-Identifier: Apache-2.0
#pragma once

// The facts that a file gives itself, in its front matter:
//
//   ---
//   title: The summer sale
//   facts:
//     offer_ends: 2026-06-30
//   ---

#include <string_view>

#include "attune/result.h"
#include "attune/span.h"
#include "lint/facts/facts.h"

namespace attune {

/// The line "facts:" and those below it that are indented, between a first line "---" and the next.
/// Empty where there are none; the first 64 KiB are looked at.
[[nodiscard]] Span facts_place(std::string_view source);

/// The facts at facts_place(). Refuses what is no map of them, with its line in the file.
[[nodiscard]] Result<Facts> facts_at(std::string_view source, Span place);

}  // namespace attune
