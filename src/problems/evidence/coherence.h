// SPDX-License-Identifier: Apache-2.0
#pragma once

// Do the sentences of a group share a topic? A group of wishes or of praise is shown only if they
// do: what is left over from grouping ("please", "would be nice") has no name that is right.
//
// They share one where enough of them hold the same stem, or words for the same everyday thing
// (text/concepts.h), that says what they are about: no word of grammar, of asking or of judging,
// and none that the rest of the file is full of, unless nearly all of the group hold it. That is
// coarser than measures over pairs of words (NPMI: Bouma 2009; Röder, Both and Hinneburg 2015), and
// holds for groups of five sentences, where pairs are too few to count.

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "attune/theme.h"
#include "problems/corpus.h"
#include "problems/topics.h"
#include "text/concepts.h"
#include "text/tokens.h"
#include "text/words/stem.h"

namespace attune::problems {

class Coherence {
 public:
  /// Counts the words of the corpus, of a large one every few messages. `concepts` are borrowed;
  /// null: none.
  Coherence(const Corpus& corpus, const Concepts* concepts);

  /// The largest share of `sentences` that share one word or thing, [0, 1), the first of them not
  /// counted: two of four is chance. 0 without sentences.
  [[nodiscard]] double of(std::span<const Quote> sentences);

 private:
  using Things = std::unordered_set<std::uint64_t>;
  Things things_in(std::string_view text);
  /// Share of the messages outside a group that hold `thing`, which `inside` of its sentences hold.
  [[nodiscard]] double elsewhere(std::uint64_t thing, std::size_t inside,
                                 std::size_t sentences) const;

  const Concepts* concepts_;
  Tokens tokens_;
  Stemmer stemmer_;
  std::size_t messages_ = 0;  ///< That count.
  std::size_t step_ = 1;      ///< Of how many one was read.
  std::unordered_map<std::uint64_t, std::uint32_t> held_by_;
};

/// Of some 75 groups of wishes and praise in six files those from here on could be named by a
/// reader.
inline constexpr double kLeastCoherence = 0.4;

/// Takes the topics below that, and those named by a mere list of words, out of `found`, and out of
/// what is known of its clauses.
void drop_incoherent(const Corpus& corpus, const Concepts* concepts, FoundTopics& found);

}  // namespace attune::problems
