// SPDX-License-Identifier: Apache-2.0
#pragma once

// Cuts a text into words as rules see them: the tokens of text/tokens.h without hyphens, quotes,
// brackets and emphasis marks, each with its row in the word table and its sentence.
//
// Two ways, the same result: ASCII and the common typographic marks are scanned in one pass; what
// else there is, up to the next white space, goes through the tokeniser. rules_test.cpp holds them
// against each other.

#include <string_view>
#include <vector>

#include "phrases/rules/copy_word.h"
#include "phrases/rules/word_table.h"
#include "text/tokens.h"

namespace attune::phrases {

/// Fills `words` (overwritten). O(bytes). `tokens` is scratch.
void scan_words(std::string_view text, const WordTable& table, Tokens& tokens,
                std::vector<CopyWord>& words);

/// The slow way, for every text.
void scan_words_by_tokens(std::string_view text, const WordTable& table, Tokens& tokens,
                          std::vector<CopyWord>& words);

}  // namespace attune::phrases
