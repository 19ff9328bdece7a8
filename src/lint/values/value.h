// SPDX-License-Identifier: Apache-2.0
#pragma once

// A text that stands in a file as the value of a key.

#include <functional>
#include <string>
#include <string_view>

#include "lint/prose/placed_text.h"

namespace attune {

/// Gets one value after the other: the names that lead to it, a slash between them
/// ("en/mail/subject"), and what it says, unescaped, with the place of each byte in the file.
using ValueSink = std::function<void(std::string_view path, const PlacedText& value)>;

/// The last name of a path: "subject".
[[nodiscard]] constexpr std::string_view last_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

}  // namespace attune
