// SPDX-License-Identifier: Apache-2.0
#pragma once

// The reason model in whole numbers: weights are steps of 1/512, so sums are exact in any order,
// and what depends on a small number or on one word alone is looked up, not hashed. Adds up to what
// features.h says feature by feature; fast_paths_test.cpp holds the two together. A state serves
// one scorer only.

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
  /// Sums of the features that hang on one word, by where it stands.
  struct Word {
    std::int32_t begin = 0;    ///< Where a span begins …
    std::int32_t before = 0;   ///< … and before that.
    std::int32_t end = 0;      ///< Where a span ends …
    std::int32_t after = 0;    ///< … and behind that.
    std::int32_t inside = 0;   ///< Within a span, less what it is worth outside.
    std::int32_t outside = 0;  ///< Outside.
    std::int32_t none = 0;     ///< In a text without a reason.
  };
  ReasonBuffers buffers;
  Memo<Word> words;
  std::vector<Word> list;  ///< Per token.
  std::vector<std::int32_t> begins;
  std::vector<std::int32_t> ends;
  std::vector<std::int32_t> inside;  ///< Per token + 1: sum of the tokens before it, as much more
                                     ///< as they are worth inside a span than outside.
  std::int32_t outside = 0;          ///< Sum of all tokens, were none inside.
  std::vector<std::int32_t> sums;    ///< Per candidate.
  std::vector<ScoredReason> all;
  std::vector<LedReason> led;

  /// Asks for what is known of the words that will be looked at.
  void expect(const Tokens& tokens) const {
    expect_words(tokens, buffers.known);
    expect_words(tokens, words);
  }
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
  void look_up_places();
  void look_up_none();
  [[nodiscard]] ReasonState::Word word(std::uint64_t hash, std::uint64_t klass) const;
  void score_words(const ReasonView& view, const Tokens& tokens, ReasonState& state) const;
  void score_borders(const ReasonView& view, ReasonState& state) const;
  [[nodiscard]] std::int32_t begin_sum(const ReasonView& view, std::uint32_t token,
                                       const std::vector<ReasonState::Word>& list) const;
  [[nodiscard]] std::int32_t end_sum(const ReasonView& view, std::uint32_t token,
                                     const std::vector<ReasonState::Word>& list) const;
  /// Sum of none_features().
  [[nodiscard]] std::int32_t none_sum(const ReasonView& view, const Parse& parse,
                                      const ReasonState& state) const;
  void score_pairs(const ReasonView& view, ReasonState& state) const;

  std::vector<std::int16_t> steps_;
  ReasonState::Word before_text_;  ///< As the words of a text, where there are none …
  ReasonState::Word behind_text_;
  std::array<std::int32_t, 2> no_begin_pattern_{};  ///< No pattern there; 1: at the text's begin.
  std::int32_t no_end_pattern_ = 0;
  std::int32_t none_bias_ = 0;
  std::array<std::int32_t, kReasonBins> none_words_{};
  std::array<std::int32_t, 6> none_sentences_{};
  std::array<std::int32_t, 6> none_clauses_{};
  std::array<std::array<std::int32_t, 2>, kPatternKindCount> none_hits_{};
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
