// SPDX-License-Identifier: Apache-2.0
#pragma once

// A piece of prose cut out of a file, and where its bytes stand in that file.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attune/span.h"

namespace attune {

/// A placeholder of a template ("{{ customer.first_name | upcase }}"); in a block's text it stands
/// as one U+FFFC.
struct TemplateSlot {
  Span source;       ///< In the file.
  std::uint32_t at;  ///< In the block's text.
  std::string path;  ///< "customer.first_name".
};

struct CopyBlock {
  /// From `at` in the text on, bytes come from `source` on, up to the next piece.
  struct Piece {
    std::uint32_t at = 0;
    std::uint32_t source = 0;
    bool one = false;  ///< All of the piece stands for one place: an entity, a placeholder.
    std::uint32_t source_end = 0;  ///< Where that place ends; only if `one`.
  };

  std::string text;
  std::vector<Piece> pieces;
  std::vector<TemplateSlot> slots;
  bool quoted = false;     ///< A block quotation: not our words.
  bool line_ends = false;  ///< A line end ends a sentence (plain text).

  void clear() {
    text.clear();
    pieces.clear();
    slots.clear();
    quoted = false;
  }
  [[nodiscard]] bool blank() const {
    return text.find_first_not_of(" \t\n\r") == std::string::npos;
  }
  /// Copies `bytes`, which stand at `source` in the file.
  void add(std::string_view bytes, std::uint32_t source);
  /// Puts `bytes` for the place `source` of the file.
  void stand_in(std::string_view bytes, Span source);
  /// The place in the file of `span` of the text. `span` must not be empty.
  [[nodiscard]] Span in_source(Span span) const;
};

}  // namespace attune
