// SPDX-License-Identifier: Apache-2.0
#pragma once

// A text taken out of another one (a file, most often), which knows where its bytes stood there.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attune/span.h"

namespace attune {

struct PlacedText {
  /// From `at` in the text on, bytes come from `source` on, up to the next piece.
  struct Piece {
    std::uint32_t at = 0;
    std::uint32_t source = 0;
    bool one = false;  ///< All of the piece stands for one place: an entity, a placeholder.
    std::uint32_t source_end = 0;  ///< Where that place ends; only if `one`.
  };

  std::string text;
  std::vector<Piece> pieces;

  /// Copies `bytes`, which stand at `source` in the file.
  void add(std::string_view bytes, std::uint32_t source);
  /// Puts `bytes` for the place `source` of the file.
  void stand_in(std::string_view bytes, Span source);
  /// The place in the file of `span` of the text. `span` must not be empty.
  [[nodiscard]] Span in_source(Span span) const;
  /// The places were those of `outer.text`; they become those of the file that it was taken from.
  void move_out_of(const PlacedText& outer);
};

}  // namespace attune
