// SPDX-License-Identifier: Apache-2.0
#pragma once

// A set of bytes, and the first place in a text that has one of them. A text is read once, a byte
// at a time; std::string_view::find_first_of looks through the set at each of them.

#include <array>
#include <cstddef>
#include <string_view>

namespace attune {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) in_[static_cast<unsigned char>(c)] = true;
  }

  [[nodiscard]] constexpr bool has(char c) const { return in_[static_cast<unsigned char>(c)]; }

  /// The first place from `at` on; npos if there is none.
  [[nodiscard]] constexpr std::size_t first_in(std::string_view text, std::size_t at = 0) const {
    for (; at < text.size(); ++at) {
      if (has(text[at])) return at;
    }
    return std::string_view::npos;
  }

 private:
  std::array<bool, 256> in_{};
};

}  // namespace attune
