// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/merged_words.h"

#include "text/words/lexicon.h"

namespace attune {

std::string_view alike_word(std::string_view folded) {
  const WordEntry* const known = Lexicon::get().find(folded);
  return known != nullptr && !known->stands_for.empty() ? known->stands_for : folded;
}

}  // namespace attune
