// SPDX-License-Identifier: Apache-2.0
#pragma once

// What each clause does: struggles, needs, praises, asks … The whole text is judged first, from the
// linear heads' view of it and of its clauses and from the pattern hits, by an output that was
// fitted on whole texts (train/heads.json); then the kinds that the text holds are given to the
// clauses that show them most.

#include <array>
#include <span>
#include <vector>

#include "attune/reading.h"
#include "phrases/patterns/patterns.h"

namespace attune {

/// Kinds that a reader may tell; the others, context and other, stand for none of these.
inline constexpr std::size_t kToldKinds = kKindCount - 2;

/// Probability of each kind for one clause or text, in the order of Kind. From .5 on it is told.
struct ClauseScores {
  std::array<float, kKindCount> p{};
};

/// What the pattern hits alone say of every clause of `parse`: noisy or of their precisions.
[[nodiscard]] std::vector<ClauseScores> rule_scores(const Parse& parse);

/// The same for the whole text, from what they say of its clauses.
[[nodiscard]] ClauseScores rule_scores(std::span<const ClauseScores> clauses);

/// `p` as an input of a regression: log odds, level where no pattern hit.
[[nodiscard]] float rule_logit(float p);

/// A probability whose cut is `threshold`, moved (in log odds) so that the cut is .5.
[[nodiscard]] float cut_at_half(float p, float threshold);
/// The same by the log odds of the threshold.
[[nodiscard]] float cut_at_half_by(float p, float threshold_odds);
/// Log odds; a probability is kept within [.001, .999].
[[nodiscard]] float log_odds(float p);

/// Lets the text decide which kinds there are and the clauses where: a kind that the text does not
/// hold is told of no clause; one that it holds, of the clause that shows it most, and of others
/// that show it by themselves. Changes `clauses`.
void settle_kinds(const ClauseScores& text, std::span<ClauseScores> clauses);

/// The kinds that a clause with these probabilities is said to have: strongest first, at most
/// three, never empty (`context` where nothing is strong enough).
[[nodiscard]] std::vector<Kind> kinds_of(const ClauseScores& scores);
/// The same into `kinds`, overwritten.
void kinds_of(const ClauseScores& scores, std::vector<Kind>& kinds);

}  // namespace attune
