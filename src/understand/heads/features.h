// SPDX-License-Identifier: Apache-2.0
#pragma once

// Turns tokens into the keys that the linear heads know weights for, in one pass:
//   words       words, word pairs, sentence openings, words under a negation
//   characters  2 to 5 characters within a word and its borders (typos, endings, elongation)
//   cues        manners of speaking that hold in any domain (cues.h)
// A key is a 64-bit hash; no text is kept. The three blocks are normalised apart, so that a block
// with many keys does not drown the others.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "attune/span.h"
#include "text/tokens.h"
#include "understand/heads/blocks.h"

namespace attune {

/// Whether the places of the features are kept. Only evidence needs them.
enum class Places : std::uint8_t { drop, keep };

/// Scratch, reused from text to text. A feature that occurs twice stands twice.
struct Features {
  std::array<std::vector<std::uint64_t>, kBlocks> keys;
  /// Where each key was found, in bytes of the text; empty with Places::drop. A character n-gram
  /// has the span of its token.
  std::array<std::vector<Span>, kBlocks> places;

  [[nodiscard]] const std::vector<std::uint64_t>& of(Block block) const {
    return keys[static_cast<std::size_t>(block)];
  }
};

/// Fills `features` (scratch, overwritten) from the tokens of `range`. Total, O(bytes).
void extract(const Tokens& tokens, TokenRange range, Features& features,
             Places places = Places::drop);

/// The same for all tokens.
void extract(const Tokens& tokens, Features& features, Places places = Places::drop);

}  // namespace attune
