// SPDX-License-Identifier: Apache-2.0
#pragma once

// Scores tokens without naming the character n-grams of a word that has been met before: their rows
// are added up once a word, and a text adds up its words. Sums are of whole numbers, so this gives
// what extract() and Model::score() give; heads_test.cpp holds the two together. Three quarters of
// a text's features are character n-grams.

#include <vector>

#include "text/tokens.h"
#include "understand/heads/feature_walk.h"
#include "understand/heads/model.h"

namespace attune {

/// Scratch of one thread and one model.
struct WordScores {
  struct Word {
    WordRowSums grams;
    SeenWord seen;
  };
  Features features;  ///< Without the character block.
  Memo<Word> words;
  std::vector<const WordRowSums*> grams;  ///< Of the words of the range.
};

/// Collects the features of tokens `range` in `scratch.features`, the words with character n-grams
/// in `scratch.grams`: what Model::score() takes.
void collect_words(const Model& model, const Tokens& tokens, TokenRange range, WordScores& scratch);

/// Fills `scores` from tokens `range`, as extract() and Model::score() would. `scratch` must have
/// been used with this model only. Total.
void score_words(const Model& model, const Tokens& tokens, TokenRange range, WordScores& scratch,
                 Scores& scores);

}  // namespace attune
