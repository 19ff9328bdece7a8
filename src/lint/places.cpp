// SPDX-License-Identifier: Apache-2.0
#include "lint/places.h"

#include <algorithm>

#include "text/utf8.h"

namespace attune {

std::uint32_t utf16_units(std::string_view text) {
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++units;
      ++at;
      continue;
    }
    const CodePoint point = decode(text, at);
    units += point.code > 0xFFFF ? 2 : 1;
    at += point.length;
  }
  return units;
}

TextPlace PlaceFinder::at(std::uint32_t offset) {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  if (offset < at_) {
    at_ = 0;
    place_ = {};
  }
  std::size_t line = at_;  // Where the units that are still to be counted begin.
  for (std::size_t at = at_; at < offset; ++at) {
    if (text_[at] != '\n' && text_[at] != '\r') continue;
    const bool pair = text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n';
    if (pair) continue;  // The LF ends the line.
    ++place_.line;
    place_.column = 1;
    line = at + 1;
  }
  place_.column += utf16_units(text_.substr(line, offset - line));
  at_ = offset;
  return place_;
}

}  // namespace attune
