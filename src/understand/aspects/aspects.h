// SPDX-License-Identifier: Apache-2.0
#pragma once

// What each clause is about ("the desk staff") and how it is spoken of.
//
// Method: a tagger (begin, inside, outside) by an averaged perceptron with Viterbi search (Collins
// 2002) over words, endings, neighbours and opinion words nearby; then for each term a log-linear
// choice of polarity from the words around it, by distance, side, and whether a contrast lies
// between. Trained by aspects_train.h.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "attune/reading.h"
#include "attune/result.h"
#include "phrases/patterns/patterns.h"

namespace attune {

class AspectScorer;
struct AspectState;

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

  /// The weights are rounded to steps of 1/512.
  explicit Aspects(const Weights& weights);
  Aspects(Aspects&&) noexcept;
  Aspects& operator=(Aspects&&) noexcept;
  ~Aspects();

  /// Reads models/aspects/aspects.weights. Refuses what is absent, cut short or of another version.
  [[nodiscard]] static Result<Aspects> load(const std::string& file);
  [[nodiscard]] std::string bytes() const;
  /// Differs between models.
  [[nodiscard]] std::uint64_t fingerprint() const;

  /// One list a clause, each in order of the text and not overlapping.
  [[nodiscard]] std::vector<std::vector<Aspect>> find(const Parse& parse) const;
  /// The same with the scratch of the caller's thread (aspect_scores.h): calls `found` with the
  /// number of the clause and the aspect, in order of the text.
  void find(const Parse& parse, AspectState& state,
            const std::function<void(std::size_t clause, const Aspect& aspect)>& found) const;

 private:
  std::unique_ptr<const AspectScorer> scorer_;
};

}  // namespace attune
