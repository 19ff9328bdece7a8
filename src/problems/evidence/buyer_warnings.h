// SPDX-License-Identifier: Apache-2.0
#pragma once

// "Please don't buy this", "Avoid!", "Go elsewhere": said to other buyers. It reads as asking for
// something, yet asks nothing of the maker, so it is no need; nor does it praise. Where it gives no
// reason it tells of no problem either: nobody can mend "don't buy".

#include <cstdint>
#include <string_view>

#include "problems/corpus.h"
#include "text/tokens.h"

namespace attune::problems {

enum class Warning : std::uint8_t {
  none,
  bare,         ///< "Please don't buy this."
  with_reason,  ///< "Don't buy, it leaks."
};

/// Whether a clause warns others off. "Please don't waste paper" and "Avoid ringing before nine"
/// ask the maker and do not. O(bytes).
[[nodiscard]] Warning warning_in(std::string_view clause, Tokens& scratch);

/// Takes from a clause that warns buyers the kinds that it has not. `words` are those of `clause`.
void forget_warning(std::string_view words, Tokens& scratch, CorpusClause& clause);

}  // namespace attune::problems
