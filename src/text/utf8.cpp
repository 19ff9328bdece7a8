// SPDX-License-Identifier: Apache-2.0
#include "text/utf8.h"

#include <array>

namespace attune {

namespace {

/// Length of the sequence that a lead byte announces; 0 for a byte that cannot lead.
std::uint32_t announced(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

bool in_range(char32_t code, std::uint32_t length) {
  if (length == 3) return code >= 0x800 && (code < 0xD800 || code > 0xDFFF);
  if (length == 4) return code >= 0x10000 && code <= 0x10FFFF;
  return true;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {.code = lead, .length = 1};
  const std::uint32_t length = announced(lead);
  if (length == 0 || text.size() - at < length) return {};
  char32_t code = lead & (0xFFU >> (length + 1));
  for (std::uint32_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0) != 0x80) return {};
    code = (code << 6) | (next & 0x3F);
  }
  if (!in_range(code, length)) return {};
  return {.code = code, .length = length};
}

std::size_t first_invalid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.length == 1 && point.code == 0xFFFD) return at;
    at += point.length;
  }
  return std::string_view::npos;
}

char* append_utf8(char* to, char32_t code) {
  const auto put = [&to](char32_t byte) { *to++ = static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
  return to;
}

void append_utf8(std::string& out, char32_t code) {
  std::array<char, 4> bytes{};
  out.append(bytes.data(), append_utf8(bytes.data(), code));
}

std::string_view cut(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && !at_character(text, bytes)) --bytes;
  return text.substr(0, bytes);
}

}  // namespace attune
