// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words that the heads must not tell apart: whether a wife or a husband writes, whether the word is
// typed in full or not, says nothing of how somebody feels. Merging them before training and
// reading makes the heads unable to learn a difference (counterfactual invariance by construction;
// the swap tests of `attune eval swaps` measure what is left).
//
// Of a woman and a man one stands for both, never a third: "they" for "he" and "she" would mix a
// person with a firm. Spellings and words of a dialect ("u", "dem", "abeg", "ta") stand for the
// same word as the schoolbook's.

#include <string_view>

namespace attune {

/// The word that stands for `folded` (lower case, straight apostrophes) and all that are like it;
/// `folded` itself where there is none. The result outlives the call if `folded` does.
[[nodiscard]] std::string_view alike_word(std::string_view folded);

}  // namespace attune
