// SPDX-License-Identifier: Apache-2.0
#pragma once

// Turns bytes into lines and columns, going forward through a file.

#include <cstdint>
#include <string_view>
#include <vector>

namespace attune {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// Bytes of the byte order mark that `text` begins with: 3 or 0.
[[nodiscard]] constexpr std::uint32_t byte_order_mark(std::string_view text) {
  return text.starts_with(kByteOrderMark) ? static_cast<std::uint32_t>(kByteOrderMark.size()) : 0;
}

struct TextPlace {
  std::uint32_t line = 1;    ///< From 1.
  std::uint32_t column = 1;  ///< UTF-16 units from 1.
};

/// Places in one text. Asking in ascending order costs O(bytes) in all; a step back costs at most a
/// few thousand bytes.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text)
      : mark_(byte_order_mark(text)),
        text_(text.substr(mark_)),
        lone_returns_(text.find('\r') != std::string_view::npos) {}
  /// Lines end at LF, CR LF or a CR alone. A byte order mark takes no column, as editors count.
  [[nodiscard]] TextPlace at(std::uint32_t offset);

 private:
  struct Mark {
    std::uint32_t offset = 0;
    TextPlace place;
  };
  void go_to(std::uint32_t offset);
  [[nodiscard]] std::size_t next_line(std::size_t from, std::size_t to) const;

  std::uint32_t mark_;     ///< Bytes of the byte order mark,
  std::string_view text_;  ///< … and what stands behind it.
  bool lone_returns_;      ///< There is a CR somewhere.
  Mark here_;
  std::vector<Mark> passed_;  ///< Ascending; where a step back may begin.
};

/// UTF-16 units of `text`; an invalid byte counts as one.
[[nodiscard]] std::uint32_t utf16_units(std::string_view text);

}  // namespace attune
