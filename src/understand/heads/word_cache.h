// SPDX-License-Identifier: Apache-2.0
#pragma once

// Scores tokens without naming the character n-grams of a word that has been met before: their rows
// are added up once a word, and a text adds up its words; the rows of the word itself are found
// once, too, and those of cues, which are few. A text of several clauses is the sum of them but for
// what stands at their borders, so it is not walked a second time. Sums are of whole numbers, so
// this gives what extract() and Model::score() give; fast_paths_test.cpp holds them together. Three
// quarters of a text's features are character n-grams.

#include <array>
#include <cstdint>
#include <vector>

#include "text/tokens.h"
#include "understand/heads/feature_walk.h"
#include "understand/heads/model.h"

namespace attune {

/// Scratch of one thread and one model.
struct WordScores {
  struct Word {
    SeenWord seen;
    std::uint32_t row = kNoRow;
    std::uint32_t negated_row = kNoRow;
    WordRowSums grams;
  };
  FoundFeatures found;
  FoundFeatures apart;    ///< Of a clause alone …
  FoundFeatures carried;  ///< … and of the text alone.
  Memo<Word> words;
  std::vector<std::uint32_t> cue_rows;  ///< By tag and value; kUnknownRow: not looked up yet.
  std::vector<std::uint64_t> keys;      ///< Of one new word.
  std::vector<std::uint32_t> rows;
};

/// Collects the features of tokens `range` in `scratch.found`.
void collect_words(const Model& model, const Tokens& tokens, TokenRange range, WordScores& scratch);

/// Fills `scores` from tokens `range`, as extract() and Model::score() would. `scratch` must have
/// been used with this model only. Total.
void score_words(const Model& model, const Tokens& tokens, TokenRange range, WordScores& scratch,
                 Scores& scores);

/// Scores one clause after the other, then the whole text.
class ClauseScorer {
 public:
  /// All are borrowed; `scratch` as score_words() takes it.
  ClauseScorer(const Model& model, const Tokens& tokens, WordScores& scratch, Scores& scores);

  /// score_words() of a clause.
  void score_clause(TokenRange clause);
  /// score_words() of all tokens. Quick where the clauses were theirs, one after the other.
  void score_text();

 private:
  void walk(TokenRange clause);

  const Model& model_;
  const Tokens& tokens_;
  WordScores& scratch_;
  Scores& scores_;
  BlockSums sums_;   ///< Of the text, without its counts.
  WalkState state_;  ///< Of the text, at the next clause.
  WalkCounts counts_;
  std::size_t next_ = 0;  ///< Where the next clause begins.
  bool parted_ = true;    ///< Every clause began there.
};

}  // namespace attune
