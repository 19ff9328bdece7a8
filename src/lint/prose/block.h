// SPDX-License-Identifier: Apache-2.0
#pragma once

// A piece of prose cut out of a file, and where its bytes stand in that file.

#include <cstdint>
#include <string>
#include <vector>

#include "attune/span.h"
#include "lint/prose/placed_text.h"

namespace attune {

/// A placeholder of a template ("{{ customer.first_name | upcase }}"); in a block's text it stands
/// as one U+FFFC.
struct TemplateSlot {
  Span source;       ///< In the file.
  std::uint32_t at;  ///< In the block's text.
  std::string path;  ///< "customer.first_name".
};

struct CopyBlock : PlacedText {
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
  /// Text and slots were cut out of `outer.text`; they become pieces of the file it came from.
  void move_out_of(const PlacedText& outer) {
    PlacedText::move_out_of(outer);
    for (TemplateSlot& slot : slots) slot.source = outer.in_source(slot.source);
  }
};

}  // namespace attune
