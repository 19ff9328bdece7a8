// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words that say another thing than they mean: "couldn't be happier", "no complaints", "great,
// another crash", "it used to be good", a name such as "Happy Socks". The linear heads add up words
// and hear the opposite. So these words are exchanged for plain ones (models/patterns/turns.txt)
// and the heads read what is meant; everything else of a text is read as it stands.
//
//   "I couldn't be happier with it."  →  "I very happy with it."
//
// What people write is not changed: spans, quotes, personal data and reasons are of the text.

#include <cstdint>
#include <span>
#include <vector>

#include "attune/reading.h"
#include "attune/result.h"
#include "phrases/patterns/patterns.h"
#include "text/clauses.h"
#include "text/tokens.h"
#include "understand/kinds.h"

namespace attune {

/// How sure turns are that a clause is meant well, and ill: precisions, 0 where there is none.
struct Meant {
  float good = 0;
  float bad = 0;
};

/// A text in plain words, for the heads and the patterns. Scratch of one thread.
struct PlainText {
  Tokens tokens;                     ///< Spans are those of what they stand for in the text.
  std::vector<ClauseRange> clauses;  ///< As many as the text has, with its spans; none is empty.
  PatternState patterns;             ///< Hits in `tokens`.
  std::vector<Meant> meant;          ///< By clause.

  /// It, as readers get it; `of` is the parse of the text that it says. Borrowed from both.
  [[nodiscard]] Parse parse(const Parse& of) const {
    return {of.text, tokens, clauses, of.patterns, patterns.hits()};
  }

  /// Brings `kinds`, which heads and patterns gave the clauses of `plain` (this, as parsed), in
  /// line with the turns: a clause that is meant ill struggles, and of praise and struggle the
  /// weaker one goes where turns speak for the other and no pattern speaks for it.
  void settle(const Parse& plain, std::span<ClauseScores> kinds) const;

  /// Brings the sentiment of the text in line with its turns, where they all speak for one side
  /// and no other clause of the settled `kinds` for the other. Where they differ, or another clause
  /// does, the heads decide.
  void settle(std::span<const ClauseScores> kinds, Reading& reading) const;
};

class Turns {
 public:
  /// Cuts the plain words of the turns in `patterns`, which it does not keep. Refuses a turn
  /// without plain words.
  [[nodiscard]] static Result<Turns> of(const Patterns& patterns);

  /// Does the text hold a turn? Then `plain` (overwritten) is what it means. Of turns that overlap
  /// the first counts, and of those that begin together the longest. O(hits) where there is none.
  [[nodiscard]] bool read(const Parse& parse, PlainText& plain) const;

 private:
  /// Which tokens of words_ stand for an entry of the book; none for what is no turn.
  struct Meaning {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  class Writer;

  Tokens words_;                   ///< The plain words of all turns.
  std::vector<Meaning> meanings_;  ///< By entry.
};

}  // namespace attune
