// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which clause of a text each of its reasons is given for.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "attune/span.h"
#include "text/clauses.h"

namespace attune {

/// How well a clause goes with a reason: best one that the reason lies in without filling it, then
/// a near one that asks for a reason. `wants`: how much it asks for one, [0, 1].
[[nodiscard]] float claim_on(Span reason, Span clause, float wants);

/// The clauses of one text that have no reason yet.
class ReasonOwners {
 public:
  /// `clauses` as split_clauses() leaves them, and outlive this; `wants` one for each.
  ReasonOwners(std::span<const ClauseRange> clauses, std::vector<float> wants);

  /// Takes the clause of those left that claims the reason most, of equals the first; nothing if
  /// none is left. O(log clauses + clauses that the reason touches).
  std::optional<std::size_t> take(Span reason);

 private:
  /// A clause as what it claims of a reason far away.
  struct Far {
    float claim = 0;
    std::size_t clause = 0;
    bool operator<(const Far& other) const {
      return claim != other.claim ? claim > other.claim : clause < other.clause;
    }
  };

  std::span<const ClauseRange> clauses_;
  std::vector<float> wants_;
  std::vector<bool> taken_;
  std::set<Far> left_;  ///< Best first.
};

}  // namespace attune
