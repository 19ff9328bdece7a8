// SPDX-License-Identifier: Apache-2.0
#pragma once

// Turns bytes into lines and columns, going forward through a file.

#include <cstdint>
#include <string_view>

namespace attune {

struct TextPlace {
  std::uint32_t line = 1;    ///< From 1.
  std::uint32_t column = 1;  ///< UTF-16 units from 1.
};

/// Places in one text. Asking in ascending order costs O(bytes) in all; a step back costs a scan
/// from the start of the text.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text) : text_(text) {}
  /// Lines end at LF, CR LF or a CR alone.
  [[nodiscard]] TextPlace at(std::uint32_t offset);

 private:
  std::string_view text_;
  std::uint32_t at_ = 0;
  TextPlace place_;
};

/// UTF-16 units of `text`; an invalid byte counts as one.
[[nodiscard]] std::uint32_t utf16_units(std::string_view text);

}  // namespace attune
