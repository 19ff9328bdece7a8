// SPDX-License-Identifier: Apache-2.0
#pragma once

// Turns bytes into lines and columns, going forward through a file.

#include <cstdint>
#include <string_view>
#include <vector>

namespace attune {

struct TextPlace {
  std::uint32_t line = 1;    ///< From 1.
  std::uint32_t column = 1;  ///< UTF-16 units from 1.
};

/// Places in one text. Asking in ascending order costs O(bytes) in all; a step back costs at most a
/// few thousand bytes.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text)
      : text_(text), lone_returns_(text.find('\r') != std::string_view::npos) {}
  /// Lines end at LF, CR LF or a CR alone.
  [[nodiscard]] TextPlace at(std::uint32_t offset);

 private:
  struct Mark {
    std::uint32_t offset = 0;
    TextPlace place;
  };
  void go_to(std::uint32_t offset);
  [[nodiscard]] std::size_t next_line(std::size_t from, std::size_t to) const;

  std::string_view text_;
  bool lone_returns_;  ///< There is a CR somewhere.
  Mark here_;
  std::vector<Mark> passed_;  ///< Ascending; where a step back may begin.
};

/// UTF-16 units of `text`; an invalid byte counts as one.
[[nodiscard]] std::uint32_t utf16_units(std::string_view text);

}  // namespace attune
