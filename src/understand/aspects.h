// SPDX-License-Identifier: Apache-2.0
#pragma once

// What each clause is about ("the desk staff") and how it is spoken of.
//
// Method: a tagger (begin, inside, outside) by an averaged perceptron with Viterbi search (Collins
// 2002) over words, endings, neighbours and opinion words nearby; then for each term a log-linear
// choice of polarity from the words around it, by distance, side, and whether a contrast lies
// between. Trained by aspects_train.h.

#include <cstdint>
#include <string>
#include <vector>

#include "attune/reading.h"
#include "attune/result.h"
#include "understand/patterns.h"

namespace attune {

class Aspects {
 public:
  static constexpr std::uint32_t kTags = 3;  ///< Outside, begin, inside; also the polarities.
  static constexpr std::uint32_t kTable = 1U << 16U;
  static constexpr std::uint32_t kMoves = 9;  ///< Tag to tag.

  /// Feature × tag, feature × polarity, and tag × tag.
  struct Weights {
    std::vector<float> tags = std::vector<float>(std::size_t{kTable} * kTags, 0);
    std::vector<float> polarity = std::vector<float>(std::size_t{kTable} * kTags, 0);
    std::vector<float> moves = std::vector<float>(kMoves, 0);
  };

  explicit Aspects(Weights weights) : weights_(std::move(weights)) {}

  /// Reads models/aspects/aspects.weights. Refuses what is absent, cut short or of another version.
  [[nodiscard]] static Result<Aspects> load(const std::string& file);
  [[nodiscard]] std::string bytes() const;

  /// One list a clause, each in order of the text and not overlapping.
  [[nodiscard]] std::vector<std::vector<Aspect>> find(const Parse& parse) const;

 private:
  Weights weights_;
};

}  // namespace attune
