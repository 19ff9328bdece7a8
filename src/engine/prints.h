// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a topic is known again in a later round, without keeping anybody's words: hashes of what it
// says more than the other topics do, and a sketch of which messages it is made of (the smallest
// hashes of them: MinHash, Broder 1997), for rounds whose files overlap.

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "attune/explanation.h"
#include "engine/passages.h"

namespace attune {

class PrintMaker {
 public:
  /// Learns how common each word is among all `passages`, which must outlive this.
  PrintMaker(const Corpus& corpus, const std::vector<Passage>& passages);

  /// Of the topic made of these passages; `topic` gives its names and how many speak of it.
  [[nodiscard]] TopicPrint make(const Topic& topic,
                                const std::vector<std::uint32_t>& members) const;

 private:
  [[nodiscard]] std::vector<std::uint64_t> words(std::uint32_t passage) const;

  const Corpus& corpus_;
  const std::vector<Passage>& passages_;
  std::vector<std::vector<std::uint64_t>> words_of_;          ///< Per passage: distinct hashes.
  std::unordered_map<std::uint64_t, std::uint32_t> holding_;  ///< Passages that hold a word.
};

/// How alike two topics of different rounds are, [0, 1]: the cosine of their words, or the overlap
/// of their messages where the files overlap, whichever is more.
[[nodiscard]] double likeness(const TopicPrint& a, const TopicPrint& b);

}  // namespace attune
