// SPDX-License-Identifier: Apache-2.0
#pragma once

// A place in a text. Every claim that attune makes carries one, so that a person can look.

#include <compare>
#include <cstdint>
#include <string_view>

namespace attune {

/// Bytes [begin, end) of a UTF-8 text, cut at character boundaries.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin >= end; }
  /// The bytes themselves; a view into `text`. `text` must be the text that the span was made for.
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace attune
