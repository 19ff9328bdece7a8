// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tokens of text/tokens.h as words of rules: which marks are left out, and where sentences end.
// Both ways of word_scan.h share it.

#include <cstdint>
#include <string_view>
#include <vector>

#include "phrases/rules/copy_word.h"
#include "phrases/rules/word_table.h"
#include "text/tokens.h"

namespace attune::phrases {

inline constexpr std::uint32_t kLongestSentence = 120;  ///< In words.

/// Counts sentences while words go by.
class Sentences {
 public:
  /// The sentence of the next token.
  std::uint32_t next(bool ends, bool new_line) {
    if ((ended_ && !ends) || new_line || length_ >= kLongestSentence) {
      ++sentence_;
      length_ = 0;
    }
    ended_ = ends;
    return sentence_;
  }
  void count() { ++length_; }

 private:
  std::uint32_t sentence_ = 0;
  std::uint32_t length_ = 0;
  bool ended_ = false;
};

/// The star of a footnote ("free*"): behind a word that no star opened.
[[nodiscard]] bool footnote(std::string_view text, std::size_t at);

/// Marks that no rule looks at. `after`: the byte behind it, 0 at the end.
[[nodiscard]] bool left_out(std::string_view word, bool space_before, char after);

/// A part of a text that was tokenised apart. `space`, `line`: white space, a line end stands
/// before it.
struct TokenRun {
  std::uint32_t begin = 0;
  bool space = true;
  bool line = false;
};

/// Where words go.
struct WordSink {
  const WordTable& table;
  Sentences& sentences;
  std::vector<CopyWord>& words;
};

/// Adds the tokens of text[run.begin, run.begin + …) as words.
void add_tokens(std::string_view text, const Tokens& tokens, TokenRun run, WordSink sink);

}  // namespace attune::phrases
