// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds the bytes of a value, as a library gives it, in the file where it is written with quotes,
// escapes, folded lines and indentation.

#include <cstddef>
#include <string_view>

#include "lint/prose/placed_text.h"

namespace attune {

/// `value` with the place of each byte. It is written from `begin` on in `source`: as YAML or JSON
/// writes it (any style), or as a field of CSV. Where the two do not agree, all of it stands for
/// what is left of the line. White space at the end may be missing.
[[nodiscard]] PlacedText place_scalar(std::string_view value, std::string_view source,
                                      std::size_t begin);

}  // namespace attune
