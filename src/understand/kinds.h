// SPDX-License-Identifier: Apache-2.0
#pragma once

// What each clause does: struggles, needs, praises, asks … from pattern hits and, where a linear
// head has an opinion, from both.

#include <array>
#include <span>
#include <vector>

#include "attune/reading.h"
#include "understand/patterns.h"

namespace attune {

/// Probabilities of the linear heads for one clause, in the order of Kind; below 0: no opinion.
struct ClauseScores {
  std::array<float, kKindCount> p{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
  /// From which probability on the head alone would tell the kind.
  std::array<float, kKindCount> threshold{0.5F, 0.5F, 0.5F, 0.5F, 0.5F,
                                          0.5F, 0.5F, 0.5F, 0.5F, 0.5F};
};

/// Probability of each kind for every clause of `parse`. `heads` is empty or has one entry a
/// clause.
[[nodiscard]] std::vector<ClauseScores> kind_scores(const Parse& parse,
                                                    std::span<const ClauseScores> heads);

/// The kinds that a clause with these probabilities is said to have: strongest first, at most
/// three, never empty (`context` or `other` where nothing is strong enough).
[[nodiscard]] std::vector<Kind> kinds_of(const ClauseScores& scores);
/// The same into `kinds`, overwritten.
void kinds_of(const ClauseScores& scores, std::vector<Kind>& kinds);

}  // namespace attune
