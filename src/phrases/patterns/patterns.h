// SPDX-License-Identifier: Apache-2.0
#pragma once

// The patterns of a folder, compiled: finds all of them in a text at once. Rules win where language
// is conventional (SemEval-2019 task 9 B was won by rules); a hit names its own evidence.
//
//   auto patterns = Patterns::load("share/attune/models/patterns");
//   patterns->match(tokens, state);
//   for (const PatternHit& hit : state.hits()) … patterns->at(hit.entry).kind …

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "attune/reading.h"
#include "attune/result.h"
#include "phrases/patterns/pattern_file.h"
#include "phrases/patterns/trie_matcher.h"
#include "text/clauses.h"
#include "text/tokens.h"

namespace attune {

/// Pattern `entry` stands in tokens [first, last).
using PatternHit = phrases::Hit;

/// Scratch of one thread; holds the hits of the last text.
using PatternState = phrases::TrieScratch;

class Patterns {
 public:
  /// Compiles every *.txt of `folder` (sets.txt first, then by name). About 10 ms.
  [[nodiscard]] static Result<Patterns> load(const std::string& folder);
  /// Compiles a book; refuses one that is too large for the tables.
  [[nodiscard]] static Result<Patterns> compile(PatternBook book);

  /// Fills `state` with the hits in `tokens`. No allocation once `state` has grown.
  void match(const Tokens& tokens, PatternState& state) const { matcher_.find(tokens, state); }

  [[nodiscard]] std::size_t size() const { return book_.entries.size(); }
  /// What pattern `i` is, with the example texts that test it.
  [[nodiscard]] const PatternSpec& at(std::size_t i) const { return book_.entries[i]; }
  [[nodiscard]] const PatternBook& book() const { return book_; }

 private:
  Patterns(PatternBook book, phrases::TrieMatcher matcher)
      : book_(std::move(book)), matcher_(std::move(matcher)) {}

  PatternBook book_;
  phrases::TrieMatcher matcher_;
};

/// A text with everything that the readers of kinds, reasons, care and aspects look at. Borrowed.
struct Parse {
  std::string_view text;
  const Tokens& tokens;
  std::span<const ClauseRange> clauses;
  const Patterns& patterns;
  std::span<const PatternHit> hits;
};

/// The hits of a text that begin at token `first` or behind it, by the order of
/// PatternState::hits().
[[nodiscard]] std::span<const PatternHit> hits_from(std::span<const PatternHit> hits,
                                                    std::uint32_t first);

/// The probability that tokens [first, last) hold `kind`: hits that lie in them, each an
/// independent witness with its precision (noisy or). 0 without a hit.
[[nodiscard]] float pattern_score(const Parse& parse, PatternKind kind, std::uint32_t first,
                                  std::uint32_t last);
/// The same for the whole text.
[[nodiscard]] float pattern_score(const Parse& parse, PatternKind kind);

}  // namespace attune
