// SPDX-License-Identifier: Apache-2.0
#include "understand/aspects/opinion_words.h"

#include "text/words/lexicon.h"

namespace attune {

Opinion opinion_of(std::string_view word) {
  const WordEntry* const known = Lexicon::get().find(word);
  if (known == nullptr) return Opinion::none;
  if (known->classes.has(LexicalClass::opinion_good)) return Opinion::good;
  return known->classes.has(LexicalClass::opinion_bad) ? Opinion::bad : Opinion::none;
}

}  // namespace attune
