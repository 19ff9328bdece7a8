// SPDX-License-Identifier: Apache-2.0
// Idea: what a clause claims depends on its distance up to kFar bytes only. So a reason is held
// against the clauses around it one by one, and of all others against the one that asks most.
//
// Applies to any number of clauses. A text of n reasons costs O(n log n); each against each clause
// would be quadratic, seconds for a long letter of grievances.
//
// Tested in owners_test.cpp against that slow twin.
#include "understand/reasons/owners.h"

#include <algorithm>
#include <utility>

namespace attune {

namespace {

constexpr std::uint32_t kFar = 90;  ///< Bytes; from there on all distances are alike.

/// What a clause claims of a reason that it does not touch.
float claim_from(std::uint32_t distance, float wants) {
  return wants + 1 - static_cast<float>(std::min(distance, kFar)) / 100.0F;
}

}  // namespace

float claim_on(Span reason, Span clause, float wants) {
  if (clause.end <= reason.begin) return claim_from(reason.begin - clause.end, wants);
  if (clause.begin >= reason.end) return claim_from(clause.begin - reason.end, wants);
  const bool within = reason.begin >= clause.begin && reason.end <= clause.end;
  const bool fills = static_cast<float>(reason.size()) >= 0.85F * static_cast<float>(clause.size());
  return wants + (within && !fills ? 2.0F : 0.0F);
}

ReasonOwners::ReasonOwners(std::span<const ClauseRange> clauses, std::vector<float> wants)
    : clauses_(clauses), wants_(std::move(wants)), taken_(clauses.size(), false) {
  for (std::size_t c = 0; c < clauses.size(); ++c) left_.insert({claim_from(kFar, wants_[c]), c});
}

std::optional<std::size_t> ReasonOwners::take(Span reason) {
  if (left_.empty()) return std::nullopt;
  Far best{.claim = -1};
  const auto offer = [&best](const Far& one) {
    if (one < best) best = one;
  };
  const auto near = [&](std::size_t c) {
    const Span span = clauses_[c].span;
    return span.end + kFar > reason.begin && span.begin < reason.end + kFar;
  };
  const auto first = std::ranges::partition_point(
      clauses_, [&](const ClauseRange& clause) { return clause.span.end + kFar <= reason.begin; });
  for (auto c = static_cast<std::size_t>(first - clauses_.begin()); c < clauses_.size(); ++c) {
    if (!near(c)) break;
    if (!taken_[c]) offer({claim_on(reason, clauses_[c].span, wants_[c]), c});
  }
  const auto far = std::ranges::find_if_not(left_, near, &Far::clause);
  if (far != left_.end()) offer(*far);
  left_.erase({claim_from(kFar, wants_[best.clause]), best.clause});
  taken_[best.clause] = true;
  return best.clause;
}

}  // namespace attune
