// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lsp/positions.h"

#include <algorithm>

#include "text/utf8.h"

namespace attune::lsp {

namespace {

std::uint32_t units_of(const CodePoint& point, Units units) {
  if (units == Units::utf8) return point.length;
  return point.code > 0xFFFF ? 2 : 1;
}

}  // namespace

Positions::Positions(std::string_view text, Units units) : text_(text), units_(units) {
  for (std::size_t at = text.find_first_of("\r\n"); at != std::string_view::npos;
       at = text.find_first_of("\r\n", at)) {
    at += text.substr(at, 2) == "\r\n" ? 2 : 1;
    begins_.push_back(at);
  }
}

std::size_t Positions::end_of(std::size_t line) const {
  return std::min(text_.find_first_of("\r\n", begins_[line]), text_.size());
}

std::size_t Positions::offset(Position place) const {
  if (place.line >= begins_.size()) return text_.size();
  const std::size_t end = end_of(place.line);
  std::size_t at = begins_[place.line];
  std::uint32_t left = place.character;
  while (at < end) {
    const CodePoint point = decode(text_, at);
    const std::uint32_t units = units_of(point, units_);
    if (left < units) break;
    left -= units;
    at += point.length;
  }
  return at;
}

Position Positions::at(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto behind = std::upper_bound(begins_.begin(), begins_.end(), offset);
  const auto line = static_cast<std::size_t>(behind - begins_.begin()) - 1;
  Position place;
  place.line = static_cast<std::uint32_t>(line);
  offset = std::min(offset, end_of(line));  // Not within a CR LF.
  for (std::size_t at = begins_[line]; at < offset;) {
    const CodePoint point = decode(text_, at);
    if (at + point.length > offset) break;
    place.character += units_of(point, units_);
    at += point.length;
  }
  return place;
}

}  // namespace attune::lsp
