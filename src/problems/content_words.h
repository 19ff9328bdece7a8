// SPDX-License-Identifier: Apache-2.0
#pragma once

// Does a piece of text say what it is about, or does it only judge? "Worst app ever, pure waste of
// time" says how, not what: nobody can act on it. Brands' own names say whom, not what; and words
// that a whole trade is about ("app", "flight") say nothing either where they are common and often
// follow a judgement.

#include <string>
#include <string_view>
#include <unordered_set>

#include "problems/corpus.h"
#include "text/tokens.h"

namespace attune::problems {

class Judging {
 public:
  explicit Judging(const Corpus& corpus);

  /// True if a word of `text` says what it is about.
  [[nodiscard]] bool says_what(std::string_view text);

 private:
  std::unordered_set<std::string> own_;  ///< Names of brands, and the trade's own words.
  Tokens tokens_;
};

}  // namespace attune::problems
