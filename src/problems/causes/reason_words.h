// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a reason is made of, for telling whether it explains a topic and whether two say the like.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attune/topic.h"
#include "problems/corpus.h"
#include "text/concepts.h"
#include "text/tokens.h"

namespace attune::problems {

/// Hashes, ascending, distinct.
using WordSet = std::vector<std::uint64_t>;

/// Reads texts as sets of words that carry content: the concept ("parcel", "package") where there
/// is one, else the stem. Not for several threads at once.
class ReasonWords {
 public:
  /// `concepts` is borrowed; null: none.
  explicit ReasonWords(const Concepts* concepts) : concepts_(concepts) {}

  /// The content of `text`. Its tokens stay in tokens() until the next call.
  [[nodiscard]] WordSet read(std::string_view text);
  [[nodiscard]] const Tokens& tokens() const { return tokens_; }

  /// The words of a topic's name.
  [[nodiscard]] WordSet name_words(const Topic& topic);

  /// What a topic says itself: its name, and what many of its `clauses` (indices into
  /// the corpus) hold outside the reasons given in them.
  [[nodiscard]] WordSet topic_words(const Corpus& corpus, const Topic& topic,
                                    const std::vector<std::uint32_t>& clauses);

  /// What the whole file is about: words of many clauses ("app", "flight"),
  /// reasons left out, since many may give the same.
  [[nodiscard]] WordSet file_words(const Corpus& corpus);

 private:
  const Concepts* concepts_;
  Tokens tokens_;
  std::vector<std::uint16_t> found_;
};

/// The words of a clause that are no part of a reason that its message gives.
[[nodiscard]] std::string effect_of(const Corpus& corpus, const CorpusClause& clause);

/// The words of `all` that are not in `known`.
[[nodiscard]] WordSet without(const WordSet& all, const WordSet& known);
/// How many words stand in both.
[[nodiscard]] std::size_t common_words(const WordSet& a, const WordSet& b);

/// True for a change that is told with its place in time: "after the update", "since the strike".
[[nodiscard]] bool dated(const Tokens& tokens);

/// True for words that cannot be why a problem happens, whatever they are about: a story over
/// several sentences; what points elsewhere ("this", "because of that"); what the writer wishes,
/// paid, felt or went through ("I need it today", "I have been on hold"); a name alone.
[[nodiscard]] bool explains_nothing(const Tokens& tokens);

}  // namespace attune::problems
