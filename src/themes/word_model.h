// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which words each group uses, and so which group a text's words point to: a mixture of
// multinomials smoothed with the words of all (Nigam, McCallum, Thrun and Mitchell 2000; hard
// assignments). Started from the groups that vectors found it settles what vectors blur, worth 1 to
// 2 points of adjusted mutual information where there are many groups.

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "themes/vocabulary.h"

namespace attune {

class WordModel {
 public:
  /// Learns from texts (rows of `corpus.counts`) and their groups, and moves the texts between the
  /// groups until they stay (at most 20 times). `group_of` < k holds the result.
  WordModel(const Corpus& corpus, std::vector<std::uint32_t> group_of, std::size_t k,
            const Pool& pool);

  [[nodiscard]] const std::vector<std::uint32_t>& group_of() const { return group_of_; }
  /// The most likely group of a text with these terms. `scores` is scratch of k places.
  [[nodiscard]] std::uint32_t most_likely(std::span<const std::pair<std::uint32_t, float>> counts,
                                          std::span<float> scores) const;
  /// How much more a group says a term than all do: log of the ratio, smoothed.
  [[nodiscard]] float lift(std::uint32_t term, std::uint32_t group) const {
    return lifts_.row(term)[group];
  }

 private:
  void learn(const Corpus& corpus);
  bool move(const Corpus& corpus, const Pool& pool);

  std::size_t k_;
  std::vector<std::uint32_t> group_of_;
  std::vector<float> priors_;  ///< Per group, log.
  Matrix lifts_;               ///< terms × groups; 0 for terms that are not content words.
};

}  // namespace attune
