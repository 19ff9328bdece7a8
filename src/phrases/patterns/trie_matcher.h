// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds every phrase of a book in the tokens of a message at once, in every way that it fits. Its
// method is told in trie_matcher.cpp.

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "phrases/book.h"
#include "phrases/matcher.h"
#include "text/tokens.h"

namespace attune::phrases {

/// Scratch of one thread; holds the hits of the last text.
class TrieScratch {
 public:
  /// Sorted by first token, then last, then entry; no two alike.
  [[nodiscard]] std::span<const Hit> hits() const { return hits_; }
  /// Asks for what is known of the words that will be looked at.
  void expect(const Tokens& tokens) const { expect_words(tokens, words_); }

 private:
  friend class TrieMatcher;
  /// What the book says of a word.
  struct Word {
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
  std::uint64_t book_ = 0;           ///< Fingerprint of the book that words_ is from.
  std::vector<std::uint32_t> rows_;  ///< One a token: which classes its letters are in. One more.
  std::vector<std::uint32_t>
      flags_;  ///< One a token: TokenBit bits, and the marks below. One more.
  std::vector<std::uint32_t> until_;  ///< One a token: the stop at it or next behind it. One more.
  std::vector<Stop> stops_;
  std::vector<Stretch> stretches_;  ///< By class.
  std::uint64_t texts_ = 0;         ///< Whose hits were looked at.
  std::size_t steps_ = 0;           ///< That may still be taken from the token at hand.
  std::vector<Hit> hits_;
};

struct TrieTables;
struct Needs;

class TrieMatcher {
 public:
  using Text = Tokens;
  using Scratch = TrieScratch;

  /// Refuses a book that is too large for the tables. The book is not looked at again.
  [[nodiscard]] static Result<TrieMatcher> compile(const BookView& book);

  TrieMatcher(TrieMatcher&&) noexcept;
  TrieMatcher& operator=(TrieMatcher&&) noexcept;
  ~TrieMatcher();

  /// Fills `state` with the hits in `tokens`. No allocation once `state` has grown.
  void find(const Tokens& tokens, TrieScratch& state) const;

 private:
  class Judge;
  explicit TrieMatcher(std::unique_ptr<const TrieTables> tables);
  void classify(const Tokens& tokens, TrieScratch& state) const;
  void start(std::uint32_t token, TrieScratch& state) const;
  /// The first steps that may stand some tokens behind a border.
  void start_flagged(std::uint32_t token, TrieScratch& state) const;
  static void find_stops(std::size_t n, TrieScratch& state);
  void start_near(std::uint32_t token, TrieScratch& state) const;
  [[nodiscard]] bool fits(const Needs& needs, std::uint32_t token, const TrieScratch& state) const;
  /// The last token that may follow `token` with a gap. A stop may be stepped on, not over; nothing
  /// fits behind the text.
  [[nodiscard]] static std::uint32_t last_behind(std::uint32_t token, std::uint32_t most_gap,
                                                 const TrieScratch& state) {
    return std::min(token + 1 + most_gap, state.until_[token + 1]);
  }
  /// Does any of the tokens that may follow fit?
  [[nodiscard]] bool goes_on(const Needs& needs, std::uint32_t token, std::uint32_t most_gap,
                             const TrieScratch& state) const;
  /// Goes to node `to` by `token`, and on from there: the phrases that begin at `start`.
  void advance(std::uint32_t to, std::uint32_t start, std::uint32_t token,
               TrieScratch& state) const;
  void keep_allowed(TrieScratch& state) const;
  void name_entries(TrieScratch& state) const;
  std::unique_ptr<const TrieTables> tables_;
};

static_assert(Matcher<TrieMatcher>);

}  // namespace attune::phrases
