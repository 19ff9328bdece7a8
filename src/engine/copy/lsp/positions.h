// SPDX-License-Identifier: Apache-2.0
#pragma once

// Places in a text as an editor counts them, and as bytes.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace attune::lsp {

/// What a column counts. An editor that does not say counts UTF-16 units.
enum class Units : std::uint8_t { utf16, utf8 };

/// Both from 0. Lines end at LF, CR LF or a CR alone.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
};

class Positions {
 public:
  /// Borrows `text`. O(bytes).
  Positions(std::string_view text, Units units);

  /// The byte at a position. Behind the end of a line, that end; behind the last line, the end of
  /// the text; within a character, its first byte.
  [[nodiscard]] std::size_t offset(Position place) const;
  /// The position of a byte; O(log lines + bytes of the line).
  [[nodiscard]] Position at(std::size_t offset) const;

 private:
  [[nodiscard]] std::size_t end_of(std::size_t line) const;

  std::string_view text_;
  Units units_;
  std::vector<std::size_t> begins_ = {0};  ///< Of lines.
};

}  // namespace attune::lsp
