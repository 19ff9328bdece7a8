// SPDX-License-Identifier: Apache-2.0
#pragma once

// UTF-8, strictly: no overlong forms, no surrogates, nothing above U+10FFFF (Unicode 15, table
// 3-7).

#include <cstdint>
#include <string>
#include <string_view>

namespace attune {

/// One code point and its length in bytes (1 to 4). `length` 1 with `code` 0xFFFD: an invalid byte.
struct CodePoint {
  char32_t code = 0xFFFD;
  std::uint32_t length = 1;
};

/// Decodes the code point at `text[at]`; `at` must be < text.size().
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at);

/// The offset of the first byte that is not part of valid UTF-8, or npos.
[[nodiscard]] std::size_t first_invalid(std::string_view text);

void append_utf8(std::string& out, char32_t code);
/// The same at `to`, which has room for four bytes; gives the place behind them.
[[nodiscard]] char* append_utf8(char* to, char32_t code);

/// True at the start of a character (or at the end of the text).
[[nodiscard]] inline bool at_character(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// At most `bytes` bytes of `text`, cut at a character.
[[nodiscard]] std::string_view cut(std::string_view text, std::size_t bytes);

}  // namespace attune
