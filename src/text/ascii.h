// SPDX-License-Identifier: Apache-2.0
#pragma once

// Questions about bytes of ASCII, without a locale.

#include <cstddef>
#include <string_view>

namespace attune {

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_letter(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z');
}
[[nodiscard]] constexpr char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c + 32) : c;
}
[[nodiscard]] constexpr bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

[[nodiscard]] constexpr std::size_t count_digits(std::string_view word) {
  std::size_t digits = 0;
  for (const char c : word) digits += is_digit(c) ? 1 : 0;
  return digits;
}

}  // namespace attune
