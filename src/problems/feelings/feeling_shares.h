// SPDX-License-Identifier: Apache-2.0
#pragma once

// How many of some messages read as annoyed, let down, worried or glad: an estimate of what a
// careful reader of them would count. Where the model is unsure of a message, the message counts
// in part and is said to be unsure; no label is forced on it.

#include <array>
#include <cstdint>
#include <span>

#include "attune/feelings.h"
#include "problems/corpus.h"

namespace attune::problems {

/// A message is unsure from and to these probabilities: about as likely so as not.
inline constexpr double kUnsureFrom = 0.35;
inline constexpr double kUnsureTo = 0.65;

/// Standard deviation of log-odds(shown) − log-odds(counted) over whole files, in the order of
/// Feeling: with it, 23 of the 24 intervals of four groups in six files hold what readers counted
/// (docs/decisions/0008-shares-of-feelings.md).
inline constexpr std::array<double, kFeelingCount> kFeelingDoubt = {0.6, 0.75, 0.9, 0.3};

/// The shares of `messages` (indices, ascending, each once), people at a time; `all` is left 0.
[[nodiscard]] FeelingShares feeling_shares(const Corpus& corpus,
                                           std::span<const std::uint32_t> messages);

/// The same of all messages that count; `all` is the share itself.
[[nodiscard]] FeelingShares feeling_shares(const Corpus& corpus);

}  // namespace attune::problems
