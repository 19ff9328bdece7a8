// SPDX-License-Identifier: Apache-2.0
#pragma once

// What others have named or written, made fit to be shown.

#include <string>
#include <string_view>

namespace attune {

/// The same text, with U+FFFD for each byte that is not UTF-8: fit for JSON. Names of files may
/// hold any byte.
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// Keeps `text` from commanding a terminal: control characters and direction overrides become
/// spaces, bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string for_terminal(std::string_view text);

}  // namespace attune
