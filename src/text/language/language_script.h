// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which writing system a text is in, and which languages its letters point at.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/words/language_set.h"

namespace attune {

enum class Script : std::uint8_t {
  none,
  latin,
  greek,
  cyrillic,
  armenian,
  hebrew,
  arabic,
  devanagari,
  bengali,
  gurmukhi,
  gujarati,
  tamil,
  telugu,
  kannada,
  malayalam,
  sinhala,
  thai,
  lao,
  burmese,
  georgian,
  ethiopic,
  khmer,
  kana,
  han,
  hangul
};
inline constexpr std::size_t kScriptCount = 25;

/// The script of a letter; none for everything that is not a letter of one of these.
[[nodiscard]] Script script_of(char32_t code);

/// The script that most of the words of `text` are in. A Han, kana or Hangul letter counts for
/// three; kana beside Han is kana.
[[nodiscard]] Script main_script(std::string_view text);

/// The languages that own a letter outside ASCII (lower case), 0 if it says nothing.
[[nodiscard]] LanguageSet languages_of_letter(char32_t code);

}  // namespace attune
