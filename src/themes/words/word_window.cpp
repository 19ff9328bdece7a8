// SPDX-License-Identifier: Apache-2.0
#include "themes/words/word_window.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "text/tokens.h"
#include "text/words/stem.h"

namespace attune {

namespace {

constexpr std::size_t kMostWords = 5;

/// The folded words of tokens [first, last]; empty if anything but words is among them.
std::string words_between(const Tokens& tokens, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i <= last; ++i) {
    if (tokens.list[i].kind != TokenKind::word) return {};
    if (!out.empty()) out += ' ';
    out += tokens.word(i);
  }
  return out;
}

/// Tells a word in all its forms.
class WordForm {
 public:
  WordForm(std::string_view word, Stemmer& stems)
      : stems_(stems), first_(word.substr(0, kSameLetters)), stem_(stems.stem(word)) {}
  [[nodiscard]] bool is(std::string_view word) const {
    return word.starts_with(first_) && stems_.stem(word) == stem_;
  }

 private:
  static constexpr std::size_t kSameLetters = 3;  // Of all forms of a word: spares most stemming.
  Stemmer& stems_;
  std::string first_;
  std::string stem_;
};

/// The shortest window of one text; empty if there is none.
std::string window_of(const Tokens& tokens, const WordForm& a, const WordForm& b) {
  std::string best;
  std::size_t best_words = kMostWords + 1;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool is_a = a.is(tokens.word(i));
    if (!is_a && !b.is(tokens.word(i))) continue;
    const WordForm& other = is_a ? b : a;
    for (std::size_t j = i + 1; j < std::min(tokens.size(), i + best_words - 1); ++j) {
      if (!other.is(tokens.word(j))) continue;
      std::string words = words_between(tokens, i, j);
      if (words.empty()) break;
      best = std::move(words);
      best_words = j - i + 1;
      break;
    }
  }
  return best;
}

}  // namespace

std::string common_window(std::span<const std::string_view> texts, std::string_view a,
                          std::string_view b, std::size_t fewest) {
  std::map<std::string, std::size_t> windows;
  std::size_t found = 0;
  Stemmer stems;
  const WordForm one(a, stems);
  const WordForm two(b, stems);
  Tokens tokens;
  for (const std::string_view text : texts) {
    tokenise(text, tokens);
    std::string window = window_of(tokens, one, two);
    if (window.empty()) continue;
    ++found;
    ++windows[std::move(window)];
  }
  if (windows.empty() || found < fewest) return {};
  const auto worth = [](const auto& window) {
    return std::make_tuple(window.second, -static_cast<std::ptrdiff_t>(window.first.size()));
  };
  return std::max_element(
             windows.begin(), windows.end(),
             [&](const auto& left, const auto& right) { return worth(left) < worth(right); })
      ->first;
}

}  // namespace attune
