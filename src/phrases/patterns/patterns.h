// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds every pattern of a folder in a text at once. Rules win where language is conventional
// (SemEval-2019 task 9 B was won by rules); a hit names its own evidence.
//
//   auto patterns = Patterns::load("share/attune/models/patterns");
//   patterns->match(tokens, state);
//   for (const PatternHit& hit : state.hits()) … patterns->at(hit.pattern).kind …
//
// Method: expressions are expanded into token sequences, merged into a trie over token classes
// (after Aho and Corasick 1975, with gaps instead of failure links), and walked with a list of live
// nodes. A byte trie maps each token to its classes. O(tokens) for a given book. The slow twin that
// judges it is in patterns_test.cpp.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/reading.h"
#include "attune/result.h"
#include "phrases/patterns/pattern_file.h"
#include "text/clauses.h"
#include "text/tokens.h"

namespace attune {

/// Pattern `pattern` matched tokens [first, last).
struct PatternHit {
  std::uint32_t pattern = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend auto operator<=>(const PatternHit&, const PatternHit&) = default;
};

/// Scratch of one thread; holds the hits of the last text.
class PatternState {
 public:
  /// Sorted by first token, then last, then pattern; no two alike.
  [[nodiscard]] std::span<const PatternHit> hits() const { return hits_; }

 private:
  friend class Patterns;
  /// A node that may go on, with what is asked of it at every token.
  struct Live {
    std::uint64_t signature = 0;  ///< As Node::signature.
    std::uint32_t node = 0;
    std::uint32_t start = 0;
    std::uint32_t age = 0;
    std::uint32_t most_gap = 0;  ///< As Node::most_gap.
  };
  /// What the pattern book says of a word.
  struct Word {
    std::uint64_t signature = 0;  ///< Of its row.
    std::uint32_t row = 0;
    bool joins_clauses = false;
  };
  /// A token that ends a sentence.
  struct Stop {
    std::uint32_t token = 0;
    bool asks = false;  ///< It or one of those right behind it is a question mark.
  };
  /// What was last found of a class: does any of tokens [from, to) have it?
  struct Stretch {
    std::uint64_t text = 0;  ///< In which text, counted from 1.
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    bool holds = false;
  };
  Memo<Word> words_;
  std::uint64_t book_ = 0;                 ///< Fingerprint of the book that words_ is from.
  std::vector<std::uint32_t> rows_;        ///< One a token: which classes its letters are in.
  std::vector<std::uint64_t> signatures_;  ///< One a token: of its row.
  std::vector<std::uint32_t> flags_;       ///< One a token: TokenFlag bits, and the marks below.
  std::vector<Stop> stops_;
  std::vector<Stretch> stretches_;  ///< By class.
  std::uint64_t texts_ = 0;         ///< Whose hits were looked at.
  std::vector<Live> live_;
  std::vector<Live> next_;
  std::vector<PatternHit> hits_;
};

class Patterns {
 public:
  /// Compiles every *.txt of `folder` (sets.txt first, then by name). About 10 ms.
  [[nodiscard]] static Result<Patterns> load(const std::string& folder);
  /// Compiles a book; refuses one that is too large for the tables.
  [[nodiscard]] static Result<Patterns> compile(PatternBook book);

  Patterns(Patterns&&) noexcept;
  Patterns& operator=(Patterns&&) noexcept;
  ~Patterns();

  /// Fills `state` with the hits in `tokens`. No allocation once `state` has grown.
  void match(const Tokens& tokens, PatternState& state) const;

  [[nodiscard]] std::size_t size() const;
  /// What pattern `i` is, with the example texts that test it.
  [[nodiscard]] const PatternSpec& at(std::size_t i) const;
  [[nodiscard]] const PatternBook& book() const;

 private:
  struct Tables;
  class Judge;
  explicit Patterns(std::unique_ptr<const Tables> tables);
  void classify(const Tokens& tokens, PatternState& state) const;
  void step(std::uint32_t token, PatternState& state) const;
  /// Takes the edges of a live node that `token` fits.
  void follow(const PatternState::Live& live, std::uint32_t token, PatternState& state) const;
  void start(std::uint32_t token, PatternState& state) const;
  void advance(std::uint32_t node, std::uint32_t start, std::uint32_t token,
               PatternState& state) const;
  void keep_allowed(PatternState& state) const;
  std::unique_ptr<const Tables> tables_;
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
