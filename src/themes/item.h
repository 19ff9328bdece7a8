// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is themed, one by one.

#include <cstdint>
#include <string_view>

namespace attune {

/// One unit of text to be themed. `text` is borrowed for the call.
struct ThemeItem {
  std::string_view text;
  std::uint32_t person = 0;  ///< Dense index of the person, or of the message where none is known.
  bool readable = true;      ///< False: in a language that nobody here can read.
};

}  // namespace attune
