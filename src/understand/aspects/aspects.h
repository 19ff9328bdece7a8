// SPDX-License-Identifier: Apache-2.0
#pragma once

// What each clause is about ("the desk staff") and how it is spoken of.
//
// Method: a tagger (begin, inside, outside) by an averaged perceptron with Viterbi search (Collins
// 2002) over words, endings, neighbours and opinion words nearby; then for each term a log-linear
// choice of polarity from the words around it, by distance, side, and whether a contrast lies
// between. Trained by learn/train_aspects.h.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "attune/reading.h"
#include "attune/result.h"
#include "phrases/patterns/patterns.h"
#include "understand/aspects/weights.h"

namespace attune {

class AspectScorer;
struct AspectState;

class Aspects {
 public:
  /// The weights are rounded to steps of 1/512.
  explicit Aspects(const AspectWeights& weights);
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
  /// The same with the scratch of the caller's thread (scorer.h): calls `found` with the
  /// number of the clause and the aspect, in order of the text.
  void find(const Parse& parse, AspectState& state,
            const std::function<void(std::size_t clause, const Aspect& aspect)>& found) const;

 private:
  std::unique_ptr<const AspectScorer> scorer_;
};

}  // namespace attune
