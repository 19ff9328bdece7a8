// SPDX-License-Identifier: Apache-2.0
#pragma once

// Cuts a text into tokens once, for every reader of it. Social-media aware: mentions, hashtags,
// links, e-mail addresses and emoji are tokens of their own; "can't" is one word; curly apostrophes
// are folded.
//
//   Tokens tokens;
//   tokenise("It DIDN'T work 😡 @shop", tokens);   // it · didn't · work · 😡 · @shop

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attune/span.h"
#include "text/word_numbers.h"

namespace attune {

struct Token {
  Span span;                 ///< In the text.
  Span folded;               ///< In `Tokens::folded`: lower case, straight apostrophes.
  std::uint32_t number = 0;  ///< Of its folded word in `Tokens::numbers`.
  TokenKind kind = TokenKind::word;
  bool space_before = false;  ///< White space (or the text's start) stands before it.
  bool capitals = false;      ///< A word of two or more letters, all of them capitals.
  bool title = false;         ///< A word that begins with a capital.
  bool uppers = false;        ///< Holds a capital of ASCII.
};

/// Scratch that is reused from text to text.
struct Tokens {
  std::string folded;
  std::vector<Token> list;
  WordNumbers numbers;                   ///< The words of this text and of texts before it.
  std::vector<std::uint64_t> announced;  ///< Of the words, one a token: scratch of tokenise().

  [[nodiscard]] std::size_t size() const { return list.size(); }
  /// The folded form of token `i`; a view until the next tokenise() on this object.
  [[nodiscard]] std::string_view word(std::size_t i) const { return list[i].folded.of(folded); }
  /// What the letters of token `i` tell.
  [[nodiscard]] const WordTraits& traits(std::size_t i) const {
    return numbers.traits(list[i].number);
  }
};

/// Asks for what a memo knows of the first words of a text, so that it is near when its reader's
/// turn comes.
template <class T>
void expect_words(const Tokens& tokens, const Memo<T>& memo) {
  constexpr std::size_t kMost = 48;  // More would push each other out.
  for (std::size_t i = 0; i < std::min(kMost, tokens.size()); ++i) {
    memo.prefetch(tokens.list[i].number);
  }
}

/// Fills `tokens` (scratch, overwritten) with the tokens of `text`, in order. Total: bytes that are
/// not UTF-8 become symbols of one byte. Texts over 4 GiB are not supported. O(bytes).
void tokenise(std::string_view text, Tokens& tokens);
/// The same without the short way for plain words: judges it in tests.
void tokenise_slowly(std::string_view text, Tokens& tokens);

}  // namespace attune
