// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a fact and a claim have in common: the words that name something, and numbers.
//
//   content_words("https://example.org/dentist-survey: 9 of 10")   // "denti"
//   numbers_in("9 of 10 dentists, 2026")                           // "9" "10"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace attune {

/// The words of `text` that name something: four letters or more, lower case, cut to their first
/// five bytes, without the words that every claim or source holds ("people", "survey", "https").
/// Links are taken apart.
[[nodiscard]] std::vector<std::string> content_words(std::string_view text);

/// The numbers of `text` as digits, words up to twelve among them; no years, no single one.
[[nodiscard]] std::vector<std::string> numbers_in(std::string_view text);

/// The part of `sentence` around `words`, up to a comma, a dash, a bracket, "and" or "but".
[[nodiscard]] std::string_view clause_around(std::string_view sentence, std::string_view words);

/// Is each of `parts` among `all`?
[[nodiscard]] bool all_among(const std::vector<std::string>& parts,
                             const std::vector<std::string>& all);
/// … or one at least?
[[nodiscard]] bool any_among(const std::vector<std::string>& parts,
                             const std::vector<std::string>& all);

/// The words of `text` in lower case: letters and apostrophes, digits apart.
[[nodiscard]] std::vector<std::string> plain_words(std::string_view text);

/// `text` with the letters of ASCII in lower case.
[[nodiscard]] std::string lower(std::string_view text);

template <class Words>
[[nodiscard]] bool among(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Does `text` hold one of `words` (lower case), as a word of its own?
template <class Words>
[[nodiscard]] bool holds_word(std::string_view text, const Words& words) {
  const std::vector<std::string> all = plain_words(text);
  return std::any_of(all.begin(), all.end(),
                     [&](const std::string& word) { return among(words, word); });
}

}  // namespace attune
