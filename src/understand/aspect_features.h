// SPDX-License-Identifier: Apache-2.0
#pragma once

// The features of the aspect tagger and of the polarity of a term, shared by reading (aspects.cpp)
// and training (aspects_train.cpp). Every feature is a number below Aspects::kTable.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "understand/aspects.h"
#include "understand/opinion_words.h"

namespace attune {

/// Tags of the tokens of a term.
enum AspectTag : std::uint8_t { tag_outside, tag_begin, tag_inside };

/// What is looked at in one text: word hashes and opinion marks, once a token.
class AspectView {
 public:
  explicit AspectView(const Parse& parse);

  [[nodiscard]] std::uint32_t size() const { return n_; }
  /// `known` false: as if the word had never been seen (for training of unseen words).
  void tag_features(std::uint32_t token, bool known, std::vector<std::uint32_t>& out) const;
  /// Features of the polarity of the term in tokens [first, last).
  void polarity_features(std::uint32_t first, std::uint32_t last,
                         std::vector<std::uint32_t>& out) const;

 private:
  [[nodiscard]] std::uint64_t word(std::int64_t token) const;
  [[nodiscard]] std::uint64_t ending(std::uint32_t token, std::size_t letters) const;
  /// Of one token beside a term; answers which opinions it adds to what was seen.
  std::uint64_t neighbour_features(std::int64_t token, std::int64_t distance, bool before,
                                   std::uint32_t term, std::vector<std::uint32_t>& out) const;
  void mark_opinions();
  void mark_contrasts();

  Parse parse_;
  std::uint32_t n_ = 0;
  std::vector<std::uint64_t> words_;
  std::vector<Opinion> opinions_;
  std::vector<std::uint32_t> pieces_;  ///< Which piece between contrasts and commas a token is in.
  std::vector<bool> negators_;
};

/// The best tags (Viterbi) under `weights`; ties go to the lower tag. No inside without a begin.
void best_tags(const AspectView& view, const Aspects::Weights& weights,
               std::vector<AspectTag>& tags);

}  // namespace attune
