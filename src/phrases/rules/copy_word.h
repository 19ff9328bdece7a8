// SPDX-License-Identifier: Apache-2.0
#pragma once

// A token of copy.

#include <cstdint>

#include "attune/span.h"

namespace attune::phrases {

/// A token as rules see it.
struct CopyWord {
  Span span;                   ///< In the text.
  std::uint32_t id = 0;        ///< Row of the word table; 0: no rule knows it.
  std::uint32_t flags = 0;     ///< Bits of TokenBit.
  std::uint32_t sentence = 0;  ///< Counts from 0.
  friend bool operator==(const CopyWord&, const CopyWord&) = default;
};

}  // namespace attune::phrases
