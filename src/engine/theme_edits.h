// SPDX-License-Identifier: Apache-2.0
#pragma once

// The file of `attune themes --edit`: what a person wants changed.
//
//   rename:
//     t_9f2c51d0a7e34b18: card never came
//   merge:
//     - into: t_9f2c51d0a7e34b18
//       from: [t_11aa…, "card delivery"]
//   split:
//     - theme: t_0b7e…
//       into:
//         - name: refund to a closed card
//           words: [closed card, old account]
//   pin: [t_9f2c51d0a7e34b18]

#include <string>
#include <string_view>

#include "attune/result.h"
#include "themes/rounds/edits.h"

namespace attune {

/// Refuses in a sentence what it does not understand.
[[nodiscard]] Result<ThemeEdits> read_theme_edits(std::string_view yaml);

/// The same from a file, which the sentence then names.
[[nodiscard]] Result<ThemeEdits> load_theme_edits(const std::string& path);

}  // namespace attune
