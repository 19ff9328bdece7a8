// SPDX-License-Identifier: Apache-2.0
#pragma once

// The aspect model in whole numbers: weights are steps of 1/512, so sums are exact in any order;
// what hangs on one word is added up once a word, what hangs on small numbers is looked up, and
// only pairs of words are hashed. Adds up to what features.h says feature by feature;
// fast_paths_test.cpp holds the two together.

#include <array>
#include <cstdint>
#include <vector>

#include "understand/aspects/features.h"

namespace attune {

/// Scratch of one thread.
struct AspectState {
  using Sums = std::array<std::int32_t, 4>;  ///< Per tag; the last is idle: four fit a register.
  /// Sums of the features that hang on one word, by where it stands from the token: itself, then 1
  /// and 2 before, then 1 and 2 behind.
  struct Word {
    Sums here{};
    Sums before{};
    Sums second_before{};
    Sums after{};
    Sums second_after{};
  };
  AspectBuffers buffers;
  Memo<Word> words;
  std::vector<const Word*> list;  ///< Per token.
  std::vector<Sums> emissions;    ///< Per token.
  std::vector<std::array<std::uint8_t, AspectWeights::kTags>> from;
  std::vector<AspectTag> tags;
  std::vector<std::uint32_t> ids;

  /// Asks for what is known of the words that will be looked at.
  void expect(const Tokens& tokens) const {
    expect_words(tokens, buffers.known);
    expect_words(tokens, words);
  }
};

class AspectScorer {
 public:
  static constexpr float kSteps = 512;

  explicit AspectScorer(const AspectWeights& weights);

  /// Fills state.tags with the best tags, as best_tags() does.
  void tag(const AspectView& view, const Tokens& tokens, AspectState& state) const;
  /// Sums of the features `ids` of a term's polarity, in steps.
  [[nodiscard]] AspectState::Sums polarity(const std::vector<std::uint32_t>& ids) const;

  [[nodiscard]] std::vector<std::int16_t> tag_steps() const;
  [[nodiscard]] const std::vector<std::int16_t>& polarity_steps() const { return polarity_; }
  [[nodiscard]] const std::vector<std::int16_t>& move_steps() const { return moves_; }

 private:
  using Sums = AspectState::Sums;
  void add(Sums& sums, std::uint32_t feature) const;
  void make_word(std::string_view folded, TokenKind kind, AspectState::Word& made) const;
  void emit(const AspectView& view, const Tokens& tokens, AspectState& state) const;

  std::vector<std::array<std::int16_t, 4>> tags_;  ///< Feature × tag, and one idle.
  std::vector<std::int16_t> polarity_;             ///< Feature × polarity.
  std::vector<std::int16_t> moves_;                ///< Tag × tag.
  std::array<Sums, AspectView::kKinds> kinds_{};
  std::array<std::array<Sums, AspectView::kOpinions>, AspectView::kOpinions> opinions_before_{};
  std::array<std::array<Sums, AspectView::kOpinions>, AspectView::kOpinions> opinions_after_{};
  AspectState::Word outside_;  ///< Of the places before the first token,
  AspectState::Word beyond_;   ///< and behind the last.
};

}  // namespace attune
