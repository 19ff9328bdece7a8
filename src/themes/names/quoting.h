// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which texts speak for a theme: the most typical first, then typical ones that say something else
// (maximal marginal relevance, Carbonell and Goldstein 1998), one a person, none twice in nearly
// the same words; and last the farthest that was let in, which keeps the display honest.

#include <cstdint>
#include <span>
#include <vector>

#include "themes/linear/matrix.h"

namespace attune {

struct Quotable {
  std::uint32_t item = 0;
  std::uint32_t person = 0;
  std::size_t words = 0;
  float typical = 0.0F;  ///< Cosine to the theme's centre.
};

/// Items to quote, at most `most`, from `texts` (most typical first) whose vectors are the rows of
/// `vectors`. Empty only if there are no texts.
[[nodiscard]] std::vector<std::uint32_t> choose_quotes(std::span<const Quotable> texts,
                                                       const Matrix& vectors, std::size_t most);

}  // namespace attune
