// SPDX-License-Identifier: Apache-2.0
#pragma once

// Names a theme as its people would: by a phrase of theirs. Candidates are runs of up to six words
// without a mark between them that begin and end with a word that says something; phrases that
// differ in small words or endings count together and the form said most often is shown. The best
// covers many of the theme's texts, few of the others', and is not a piece of a longer one that
// does as well (completeness: C-value, Frantzi, Ananiadou and Mima 2000).

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/pool.h"

namespace attune {

/// A text that helps to name a theme. Give one a person, and not more than some hundreds a theme.
struct NamingText {
  std::string_view text;
  std::uint32_t theme = 0;
};

struct ThemeWords {
  std::string name;                   ///< Lower case. Never empty; no two are equal.
  std::vector<std::string> keywords;  ///< Up to 5, most telling first.
  double coverage = 0.0;              ///< Share of the texts that have the phrase chosen as name.
  std::vector<std::string> phrases;   ///< That could name it as well, best first; at most 24.
};

/// True for a name that is a mere list of words: its people share no phrase.
[[nodiscard]] bool is_word_list(std::string_view name);

/// Words for as many themes as `given` has places: the name there is kept, an empty one is chosen;
/// earlier themes choose first. `taken`: names that none may be given. Names chosen hold no
/// mentions, links, addresses or digits.
[[nodiscard]] std::vector<ThemeWords> name_themes(std::span<const NamingText> texts,
                                                  std::span<const std::string> given,
                                                  std::span<const std::string> taken,
                                                  const Pool& pool);

}  // namespace attune
