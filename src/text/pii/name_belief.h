// SPDX-License-Identifier: Apache-2.0
#pragma once

// Second thoughts about what the tagger of names says: rules that keep towns, brands, flights and
// plain words from being taken for people and addresses.

#include <cstddef>
#include <cstdint>

#include "text/pii/name_features.h"

namespace attune {

/// Whether the tagger took them for a person too, or their form alone suggested it.
enum class Tagged : std::uint8_t { no, yes };

/// Whether tokens [begin, end) of `view`, not empty, can be a person: one word that can be a name,
/// not where a town or a brand stands; in a text of strange words, a known name.
[[nodiscard]] bool believable_person(const NameView& view, std::size_t begin, std::size_t end,
                                     Tagged tagged);

/// Whether the word at `i` stands like the name of a thing: "the Taylor", "Taylor guitars".
[[nodiscard]] bool stands_like_a_thing(const NameView& view, std::size_t i);

/// Whether they can be an address: a number and a street, or one of them where an address is
/// expected.
[[nodiscard]] bool believable_address(const NameView& view, std::size_t begin, std::size_t end);

}  // namespace attune
