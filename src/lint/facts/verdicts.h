// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an entry of a fact says of a claim, one function for each kind of fact; facts/kinds.h says
// which. A value that is not what is wanted says nothing.

#include "lint/facts/claim.h"

namespace attune {

/// A day: is it the one that the claim tells of, on the day of checking? An offer that has ended
/// ends no more. "none": nothing ends.
[[nodiscard]] FactVerdict judge_end(const FactEntry& entry, const Claim& claim);
/// "only 3 left" is true of three; "fewer than five" of four and less; "almost gone" of few.
[[nodiscard]] FactVerdict judge_count(const FactEntry& entry, const Claim& claim);
/// Being chosen is true of few people; of no more than the claim says, where it gives a number.
[[nodiscard]] FactVerdict judge_audience(const FactEntry& entry, const Claim& claim);
/// A source is of what it names: it shares a noun with the clause of the claim, or its numbers; and
/// where both give numbers, they are the same.
[[nodiscard]] FactVerdict judge_source(const FactEntry& entry, const Claim& claim);
/// A class of messages has to give warnings of its kind.
[[nodiscard]] FactVerdict judge_class(const FactEntry& entry, const Claim& claim);
/// That a person wrote makes their "I" true, and nothing else.
[[nodiscard]] FactVerdict judge_sender(const FactEntry& entry, const Claim& claim);
/// A consent is for something, and so is a need: they speak of claims that name it whole.
[[nodiscard]] FactVerdict judge_named(const FactEntry& entry, const Claim& claim);
/// The same of what people told; what was watched, guessed or bought they did not.
[[nodiscard]] FactVerdict judge_given(const FactEntry& entry, const Claim& claim);
/// A price speaks of costs. A cost with a name of its own must be named, an amount be the same.
[[nodiscard]] FactVerdict judge_price(const FactEntry& entry, const Claim& claim);
/// A way to leave speaks of leaving, where nothing else stands in the way.
[[nodiscard]] FactVerdict judge_path(const FactEntry& entry, const Claim& claim);

}  // namespace attune
