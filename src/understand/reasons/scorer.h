// SPDX-License-Identifier: Apache-2.0
#pragma once

// The reason model in whole numbers: weights are steps of 1/512, so sums are exact in any order,
// and what depends on a small number or on one word alone is looked up, not hashed. Adds up to what
// features.h says feature by feature; fast_paths_test.cpp holds the two together.

#include <array>
#include <cstdint>
#include <vector>

#include "understand/reasons/connectives.h"
#include "understand/reasons/features.h"

namespace attune {

/// A span and its probability.
struct ScoredReason {
  Span span;
  float p = 0;
};

/// Scratch of one thread.
struct ReasonState {
  ReasonBuffers buffers;
  std::vector<std::int32_t> begins;
  std::vector<std::int32_t> ends;
  std::vector<std::int32_t> inside;  ///< Per token + 1: sum of the tokens before it, as much more
                                     ///< as they are worth inside a span than outside.
  std::int32_t outside = 0;          ///< Sum of all tokens, were none inside.
  std::vector<std::int32_t> sums;    ///< Per candidate.
  std::vector<ScoredReason> all;
  std::vector<LedReason> led;
  FeatureIds ids;
};

class ReasonScorer {
 public:
  static constexpr float kSteps = 512;

  explicit ReasonScorer(const std::vector<float>& weights);

  /// Fills state.all with every candidate and its probability, which with that of "no reason" add
  /// up to 1. Leaves it empty where no sum of them can reach `least`.
  void score(const ReasonView& view, const Parse& parse, float least, ReasonState& state) const;

  /// The weights as rounded, in steps.
  [[nodiscard]] const std::vector<std::int16_t>& steps() const { return steps_; }

 private:
  [[nodiscard]] std::int32_t at(std::uint32_t feature) const { return steps_[feature]; }
  [[nodiscard]] std::int32_t sum(FeatureIds& ids) const;
  void look_up_places();
  void score_borders(const ReasonView& view, const Parse& parse, ReasonState& state) const;
  [[nodiscard]] std::int32_t pair_sum(const ReasonView& view,
                                      const ReasonCandidate& candidate) const;

  std::vector<std::int16_t> steps_;
  std::int32_t bias_ = 0;
  std::array<std::int32_t, kReasonBins> length_{};
  std::array<std::int32_t, 11> share_{};
  std::array<std::int32_t, kReasonBins> ahead_{};
  std::array<std::int32_t, kReasonBins> behind_{};
  std::array<std::int32_t, 4> edges_{};
  std::array<std::array<std::int32_t, 6>, 5> sentences_{};
  std::array<std::array<std::int32_t, 5>, 4> marks_{};
  std::array<std::array<std::int32_t, 4>, kTelling.size()> hits_{};
  std::array<std::int32_t, 4> connectives_{};
  std::array<std::array<std::int32_t, 5>, 4> clauses_{};
  std::array<std::array<std::int32_t, 4>, 4> sentence_{};
  std::array<std::array<std::array<std::int32_t, 4>, 4>, 4> place_{};
  std::array<std::array<std::int32_t, 7>, 11> share_of_{};
};

}  // namespace attune
