// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a letter ends: "Kind regards", a name and a title; two dashes; "Sent from my phone".

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/others/segments.h"

namespace attune {

struct LetterEnd {
  std::size_t segments = 0;  ///< 0: none begins here.
  std::vector<Span> spans;   ///< What is left out of them.
};

/// The signature that begins with segment `i`. A closing phrase is one only where nothing follows
/// it but a name; thanks stay, the name behind them goes.
[[nodiscard]] LetterEnd letter_end(std::string_view text, const std::vector<Segment>& segments,
                                   std::size_t i);

}  // namespace attune
