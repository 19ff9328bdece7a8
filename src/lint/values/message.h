// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a message of a program says, with the placeholders of printf, gettext, Rails and ICU made
// those of a template: "Only %{count} left" is "Only {count} left", "%d" and "#" one U+FFFC, and
// each branch of "{n, plural, one {…} other {…}}" is a line of its own.

#include "lint/prose/placed_text.h"

namespace attune {

/// `message` as it would stand in a template; places are those of `message`.
[[nodiscard]] PlacedText as_template(const PlacedText& message);

}  // namespace attune
