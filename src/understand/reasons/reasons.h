// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds the words in which a writer says why: the reason clause without its connective, whether it
// follows ("because …", "due to …", a colon), leads ("…, so I left", "After three calls I gave up")
// or stands beside the feeling with no connective at all ("Waited an hour. I'm furious.").
//
// Method: spans between possible borders (marks, connectives, clause ends) compete with each other
// and with "no reason given" in a log-linear model; its features are the words at the borders, the
// connectives and other pattern hits inside and beside the span, the words in it, the kinds of
// words in it and around it, and its length and place. A span's score is a sum over its begin, its
// end, the tokens inside and outside and the pair, so that a text costs O(tokens + borders).
// Trained by learn/train_reasons.h on the project's own sentences; judged there against the whole
// text.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "attune/reading.h"
#include "attune/result.h"
#include "phrases/patterns/patterns.h"
#include "understand/kinds.h"
#include "understand/reasons/families.h"

namespace attune {

class ReasonScorer;
struct ReasonState;

/// Weights of the reason model: a table of hashed features.
class Reasons {
 public:
  static constexpr std::uint32_t kTable = kReasonTable;

  /// `weights` has kTable entries; they are rounded to steps of 1/512.
  explicit Reasons(const std::vector<float>& weights);
  Reasons(Reasons&&) noexcept;
  Reasons& operator=(Reasons&&) noexcept;
  ~Reasons();

  /// Reads models/because/because.weights. Refuses what is absent, cut short or of another version.
  [[nodiscard]] static Result<Reasons> load(const std::string& file);
  /// The bytes that load() reads: int16 steps of 1/512.
  [[nodiscard]] std::string bytes() const;
  /// Differs between models.
  [[nodiscard]] std::uint64_t fingerprint() const;

  /// One entry a clause: the reason given for it, which may lie in another clause. `kinds` are the
  /// clauses' probabilities from kind_scores(); empty: not known.
  [[nodiscard]] std::vector<std::optional<Evidence>> find(
      const Parse& parse, std::span<const ClauseScores> kinds) const;
  /// The same with the scratch of the caller's thread (scorer.h).
  [[nodiscard]] std::vector<std::optional<Evidence>> find(const Parse& parse,
                                                          std::span<const ClauseScores> kinds,
                                                          ReasonState& state) const;

  /// The reasons of the whole text, most probable first, not overlapping.
  [[nodiscard]] std::vector<Evidence> spans(const Parse& parse) const;
  [[nodiscard]] std::vector<Evidence> spans(const Parse& parse, ReasonState& state) const;

 private:
  std::unique_ptr<const ReasonScorer> scorer_;
};

}  // namespace attune
