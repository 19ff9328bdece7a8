// SPDX-License-Identifier: Apache-2.0
#pragma once

// Names the language that a message is written in. Made for short, careless texts: three words,
// handles, emoji, typing errors. A text that shows no language ("ok 👍", "5/5") is "und".
//
//   const Language language = detect_language(text, tokens);   // {"nb", 0.97}

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "text/tokens.h"

namespace attune {

struct Language {
  std::string_view code = "und";  ///< ISO 639-1 ("nb", "he", "zh") or "und"; a constant.
  float p = 0;                    ///< [0, 1], calibrated; low for short texts. 0 for "und".
};

/// The language of `text`; `tokens` must be its tokens (text/tokens.h). Total: any bytes are
/// allowed. Pure and safe to call from many threads. Plain English is seen by its own words in well
/// under a microsecond; everything else asks CLD2 (Sites 2013), corrected by function words and
/// letters that set close languages apart. Hindi in Latin letters is "hi".
[[nodiscard]] Language detect_language(std::string_view text, const Tokens& tokens);

/// Does more than names show that `text` is not English: another script, or in small letters at
/// least two common words that English does not have, and more than those that only English has?
/// "Moët & Chandon, Zürich" shows nothing. `tokens` must be its tokens; the first 48 words count.
[[nodiscard]] bool shows_foreign_words(std::string_view text, const Tokens& tokens);

/// A text whose language is known.
struct LanguageExample {
  std::string_view text;
  std::string_view code;
};

struct LanguageScore {
  std::string_view code;  ///< Of the examples.
  std::size_t texts = 0;
  std::size_t right = 0;
};

/// How often detect_language is right, by language, in the order in which the codes first appear.
[[nodiscard]] std::vector<LanguageScore> evaluate_language(
    std::span<const LanguageExample> examples);

}  // namespace attune
