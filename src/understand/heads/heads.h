// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the linear heads say of a text, as the fields of a Reading. Knows which output of the model
// fills which field.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attune/reading.h"
#include "attune/result.h"
#include "understand/heads/model.h"

namespace attune {

/// One number a kind, in the order of kKindNames; 0 for context and other.
using KindScores = std::array<float, kKindCount>;

/// One number a group of feelings.
using FeelingScores = std::array<float, kFeelingCount>;

/// Bare logits of those heads that clauses are asked for one by one.
struct ClauseLogits {
  KindScores kinds{};
  FeelingScores feelings{};
  std::size_t clauses = 1;  ///< How many were asked.

  /// The larger of both, number by number, and the clauses of both.
  void raise(const ClauseLogits& other);
};

class Heads {
 public:
  /// Loads the model and finds its outputs. Refuses a model that lacks one.
  [[nodiscard]] static Result<Heads> load(const std::string& path);

  /// Fills emotions, felt, feelings, valence, intensity, sentiment, the three `_p` and abstained.
  void fill(const Scores& scores, Reading& reading) const;

  [[nodiscard]] ClauseLogits clause_logits(const Scores& scores) const;
  /// Calibrated probability of each kind. Besides the heads it hears `clauses`, the largest
  /// clause_logits() of the text's clauses, and `rules`, what the patterns say (kinds.h:
  /// rule_logit). Writes both into the places that `scores` keeps for them; fill() wants them
  /// there.
  [[nodiscard]] KindScores kinds(Scores& scores, const ClauseLogits& clauses,
                                 const KindScores& rules) const;
  /// From which probability on a kind should be told (chosen for F1); 1 for context and other.
  [[nodiscard]] const KindScores& kind_thresholds() const { return kind_thresholds_; }
  /// Probability that copy presses or deceives (dark patterns).
  [[nodiscard]] float manipulation(const Scores& scores) const;

  [[nodiscard]] const Model& model() const { return model_; }

 private:
  explicit Heads(Model model) : model_(std::move(model)) {}
  [[nodiscard]] Result<void> find_outputs();
  [[nodiscard]] Result<void> find_heads();
  /// What a reader hears in a text.
  struct Felt {
    std::array<float, kEmotions.size()> emotions{};
    std::array<float, kFeelingCount> feelings{};
    std::uint32_t told = 0;  ///< Bit e: emotion e, over its threshold.
  };
  [[nodiscard]] Felt as_anybody(const Scores& scores) const;
  [[nodiscard]] Felt as_customer(const Scores& scores) const;
  void fill_emotions(const Scores& scores, Reading& reading) const;
  void fill_sentiment(const Scores& scores, Reading& reading) const;

  Model model_;
  std::array<std::size_t, kEmotions.size()> emotions_{};   ///< As anybody would read them …
  std::array<std::size_t, kEmotions.size()> customers_{};  ///< … and as customers mean them.
  std::array<std::size_t, kFeelingCount> feelings_{};
  std::array<std::size_t, kFeelingCount> feeling_heads_{};
  std::array<std::size_t, kFeelingCount> feeling_clause_heads_{};
  std::size_t customer_ = 0;
  std::size_t length_ = 0;  ///< The place for the number of clauses.
  std::array<std::size_t, kKindCount - 2> kinds_{};
  std::array<std::size_t, kKindCount - 2> kind_heads_{};    ///< Heads, by kind: their own …
  std::array<std::size_t, kKindCount - 2> clause_heads_{};  ///< … the place for the clauses' …
  std::array<std::size_t, kKindCount - 2> rule_heads_{};    ///< … and for the patterns'.
  std::array<std::size_t, 3> sentiment_{};                  ///< In the order of Polarity.
  std::size_t polarity_ = 0;
  std::size_t intensity_ = 0;
  std::size_t suggestion_ = 0;
  std::size_t complaint_ = 0;
  std::size_t politeness_ = 0;
  std::size_t manipulation_ = 0;
  KindScores kind_thresholds_{};
};

}  // namespace attune
