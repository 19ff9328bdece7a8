// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which words each group uses, and so which group a text's words point to: a mixture of
// multinomials smoothed with the words of all (Nigam, McCallum, Thrun and Mitchell 2000), with hard
// assignments. Changed from theirs: a text is judged by the other texts alone (its own words are
// taken out of its group first, or few would ever move), pairs and grammar words count for less
// than words of content, and the vectors keep a say. Started from the groups that vectors found,
// that won 2 to 5 points of adjusted mutual information where there are many groups.

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "themes/words/vocabulary.h"

namespace attune {

class WordModel {
 public:
  /// Learns from texts (rows of `corpus.counts`, vectors in `rows`) and their groups, all < k, and
  /// moves the texts between the groups until they stay (at most 12 times).
  WordModel(const TermCorpus& corpus, const Matrix& rows, std::vector<std::uint32_t> group_of,
            std::size_t k, const Pool& pool);
  /// Learns from texts whose groups are settled, and moves none. A group of k or more is none; one
  /// without texts is never likely.
  WordModel(const TermCorpus& corpus, const Matrix& rows, std::vector<std::uint32_t> group_of,
            std::size_t k);

  /// Where the texts ended; all < k.
  [[nodiscard]] const std::vector<std::uint32_t>& group_of() const { return group_of_; }
  /// Mean directions of the groups, k × d.
  [[nodiscard]] const Matrix& centres() const { return centres_; }
  /// The most likely group of a text that was not learnt from, by its terms' numbers and counts and
  /// its vector. `scores` is scratch of k places.
  [[nodiscard]] std::uint32_t most_likely(std::span<const std::pair<std::uint32_t, float>> counts,
                                          std::span<const float> vector,
                                          std::span<float> scores) const;
  /// How much more a group says a term than all do: log of the ratio, smoothed.
  [[nodiscard]] float lift(std::uint32_t term, std::uint32_t group) const {
    return lifts_.row(term)[group];
  }
  /// How often the group's texts have a term.
  [[nodiscard]] float count(std::uint32_t term, std::uint32_t group) const {
    return said_.row(term)[group] / weights_[term];
  }

 private:
  void weigh(const Vocabulary& vocabulary);
  void learn(const TermCorpus& corpus, const Matrix& rows);
  bool move(const TermCorpus& corpus, const Matrix& rows, const Pool& pool);
  void score(std::span<const std::pair<std::uint32_t, float>> counts, std::span<const float> vector,
             std::span<float> scores) const;
  [[nodiscard]] float without_itself(std::span<const std::pair<std::uint32_t, float>> counts,
                                     std::uint32_t group) const;

  std::size_t k_;
  bool settled_ = false;  ///< Nothing moves.
  std::vector<std::uint32_t> group_of_;
  std::vector<float> weights_;  ///< Per term, by its kind.
  std::vector<float> shares_;   ///< Per term: of all weighted words.
  std::vector<float> sizes_;    ///< Per group: texts.
  std::vector<float> words_;    ///< Per group: weighted words.
  Matrix said_;                 ///< terms × groups: weighted count.
  Matrix lifts_;                ///< terms × groups.
  Matrix centres_;
};

}  // namespace attune
