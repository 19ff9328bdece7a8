// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a byte is to the word scan: white space, a letter or digit of ASCII, a foreign one, a mark.

#include <array>
#include <cstddef>
#include <cstdint>

namespace attune::phrases {

enum class Byte : std::uint8_t { other, space, letter, digit, high };

constexpr std::array<Byte, 256> byte_kinds() {
  std::array<Byte, 256> kinds{};
  for (std::size_t c = 0; c < 256; ++c) {
    if (c >= 0x80) kinds[c] = Byte::high;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') kinds[c] = Byte::letter;
    if (c >= '0' && c <= '9') kinds[c] = Byte::digit;
    if (c == ' ' || (c >= '\t' && c <= '\r')) kinds[c] = Byte::space;
  }
  return kinds;
}
inline constexpr std::array<Byte, 256> kByteKinds = byte_kinds();

inline Byte byte_kind(char c) {
  return kByteKinds[static_cast<unsigned char>(c)];
}
constexpr std::array<bool, 256> word_bytes() {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 256; ++c)
    table[c] = kByteKinds[c] == Byte::letter || kByteKinds[c] == Byte::digit;
  return table;
}
inline constexpr std::array<bool, 256> kWordBytes = word_bytes();

inline bool word_byte(char c) {
  return kWordBytes[static_cast<unsigned char>(c)];
}

}  // namespace attune::phrases
