// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/places.h"

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

/// Behind the first line end in [from, to), or 0. A CR before an LF ends no line: the LF does.
std::size_t PlaceFinder::next_line(std::size_t from, std::size_t to) const {
  const std::string_view text = text_.substr(0, to);
  if (!lone_returns_) return text.find('\n', from) + 1;  // npos + 1 is 0.
  for (std::size_t at = text.find_first_of("\r\n", from); at != std::string_view::npos;
       at = text.find_first_of("\r\n", at + 1)) {
    const bool pair = text[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n';
    if (!pair) return at + 1;
  }
  return 0;
}

void PlaceFinder::go_to(std::uint32_t offset) {
  std::size_t from = here_.offset;
  for (std::size_t line = next_line(from, offset); line != 0; line = next_line(from, offset)) {
    ++here_.place.line;
    here_.place.column = 1;
    from = line;
  }
  here_.place.column += utf16_units(text_.substr(from, offset - from));
  here_.offset = offset;
}

TextPlace PlaceFinder::at(std::uint32_t offset) {
  constexpr std::uint32_t kStride = 4096;
  offset = std::min(offset - std::min(offset, mark_), static_cast<std::uint32_t>(text_.size()));
  if (offset < here_.offset) {
    const auto next = std::upper_bound(
        passed_.begin(), passed_.end(), offset,
        [](std::uint32_t wanted, const Mark& mark) { return wanted < mark.offset; });
    here_ = next == passed_.begin() ? Mark{} : *std::prev(next);
  }
  while (offset - here_.offset > kStride) {
    std::uint32_t stop = here_.offset + kStride;
    while (!at_character(text_, stop)) ++stop;  // No longer than the text.
    if (stop >= offset) break;
    go_to(stop);
    if (passed_.empty() || passed_.back().offset < stop) passed_.push_back(here_);
  }
  go_to(offset);
  return here_.place;
}

}  // namespace attune
