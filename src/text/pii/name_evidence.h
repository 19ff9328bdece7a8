// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the words around a name say about it: is a person spoken to, spoken of or signing here?

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/pii/name_features.h"

namespace attune {

/// From weak to strong.
enum class NameEvidence : std::uint8_t {
  none,
  some,       ///< People and companies both stand here: "X told me", "by X", "spoke to X".
  human,      ///< Only people do, or companies rarely: "X and her team", "Hi X".
  acting,     ///< Said of people: "X was so patient", "X helped me", "X from billing".
  sure,       ///< Hardly anything else stands here: "the agent X", "Regards, X".
  announced,  ///< A name, whatever the word: "my name is X", "Mr. X".
};

/// How sure the surroundings of tokens [begin, end) of `view` are that a person is named; evidence
/// below `least` is not looked for, and is none. Pure; O(1): a fixed number of tokens back and
/// ahead.
[[nodiscard]] NameEvidence evidence_around(const NameView& view, std::size_t begin, std::size_t end,
                                           NameEvidence least = NameEvidence::some);

/// "hi", "dear", "thanks": what may stand right before a name.
[[nodiscard]] bool greets(std::string_view folded);

}  // namespace attune
