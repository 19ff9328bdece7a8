// SPDX-License-Identifier: Apache-2.0
#include "text/harmless.h"

#include "text/utf8.h"

namespace attune {

namespace {

bool overrides_direction(char32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
         code == 0x200E || code == 0x200F || code == 0x061C;
}

}  // namespace

std::string valid_utf8(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    append_utf8(out, point.code);
    at += point.length;
  }
  return out;
}

std::string for_terminal(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool control = point.code < 0x20 || (point.code >= 0x7F && point.code < 0xA0);
    if (point.code == 0xFFFD) {
      append_utf8(out, point.code);
    } else if (control || overrides_direction(point.code) || point.code == 0x2028 ||
               point.code == 0x2029) {
      out += ' ';
    } else {
      out.append(text, at, point.length);
    }
    at += point.length;
  }
  return out;
}

}  // namespace attune
