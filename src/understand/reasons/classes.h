// SPDX-License-Identifier: Apache-2.0
#pragma once

// What kind of word a token is, where the word itself is too rare to learn from: the class of its
// cue (cues.h), its ending, or the word or mark itself where it is short.

#include <cstdint>

#include "text/tokens.h"

namespace attune {

/// Stands for "before the text's first token" and "behind its last".
inline constexpr std::uint64_t kNoClass = 77;

/// The class of token `token`, which lies in the text.
[[nodiscard]] std::uint64_t reason_class(const Tokens& tokens, std::uint32_t token);

}  // namespace attune
