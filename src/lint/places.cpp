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
  std::string_view between = text_.substr(at_, offset - at_);
  std::size_t end = between.find_first_of("\r\n");
  while (end != std::string_view::npos) {
    const bool pair =
        between[end] == '\r' && at_ + end + 1 < text_.size() && text_[at_ + end + 1] == '\n';
    const std::size_t next = end + 1;
    if (pair && next >= between.size()) break;  // Between CR and LF: still on the line.
    const std::size_t skip = pair ? next + 1 : next;
    ++place_.line;
    place_.column = 1;
    between.remove_prefix(skip);
    at_ += static_cast<std::uint32_t>(skip);
    end = between.find_first_of("\r\n");
  }
  place_.column += utf16_units(between);
  at_ = offset;
  return place_;
}

}  // namespace attune
