// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a topic is known again in a later round, without keeping anybody's words. A topic's print is
// a list of hashed words that it says more than the other topics do, and how like them a passage
// must be to count: with it, people of two rounds are counted by one yardstick, whatever groups a
// fresh clustering would make of them. Beside it stands a sketch of the messages (the smallest
// hashes of them: MinHash, Broder 1997), for rounds whose files overlap.

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "attune/round.h"
#include "attune/topic.h"
#include "problems/passages.h"

namespace attune::problems {

/// The hashed words of each passage, and whose it is.
struct PassageWords {
  std::vector<std::vector<std::uint64_t>> words;  ///< Distinct, ascending.
  std::vector<std::uint32_t> unit;
};

[[nodiscard]] PassageWords passage_words(const Corpus& corpus,
                                         const std::vector<Passage>& passages);

/// Units that use each word in some passage.
[[nodiscard]] std::unordered_map<std::uint64_t, std::uint32_t> units_by_word(
    const PassageWords& words);

/// Prints of topics; `members` are indices of passages. Call take() when all are made.
class PrintMaker {
 public:
  PrintMaker(const Corpus& corpus, const std::vector<Passage>& passages, const PassageWords& words);

  void add(const Topic& topic, const std::vector<std::uint32_t>& members);
  /// The prints, each with the likeness from which as many people count as the topic has.
  [[nodiscard]] std::vector<TopicPrint> take();

 private:
  const Corpus& corpus_;
  const std::vector<Passage>& passages_;
  const PassageWords& words_;
  std::unordered_map<std::uint64_t, std::uint32_t> holding_;  ///< Passages that hold a word.
  std::vector<TopicPrint> prints_;
};

/// Units that speak of each topic, judged by the words of its print alone. A passage counts for the
/// print it is most like, if it is like enough.
[[nodiscard]] std::vector<std::uint64_t> count_by_prints(const std::vector<TopicPrint>& prints,
                                                         const PassageWords& words);

/// How alike two topics of different rounds are, [0, 1]: the cosine of their words (a single word
/// that they share counts only where both say little else), or the overlap of their messages where
/// the files overlap, whichever is more.
[[nodiscard]] double likeness(const TopicPrint& a, const TopicPrint& b);

}  // namespace attune::problems
