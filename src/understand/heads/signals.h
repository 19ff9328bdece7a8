// SPDX-License-Identifier: Apache-2.0
#pragma once

// Hits of a book of patterns as features of the linear heads: manners of speaking that generalise
// where words alone do not, each one key in the block of cues.

#include <cstdint>
#include <span>

#include "phrases/patterns/patterns.h"
#include "text/concepts.h"
#include "understand/heads/features.h"

namespace attune {

/// Appends the key of every concept of `words` (text/concepts.h) that `tokens` hold, once each, to
/// the cues of `features`; as add_signals() does.
void add_concepts(const Concepts& words, const Tokens& tokens, Features& features);
/// The same for what Concepts::find() found already.
void add_concepts(const Concepts& words, std::span<const std::uint16_t> hits, Features& features);

/// Appends the key of every pattern that hits `tokens`, once each, to the cues of `features`, which
/// extract() has filled without places.
void add_signals(const Patterns& signals, const Tokens& tokens, PatternState& state,
                 Features& features);
/// The same for `hits` that Patterns::match() found already.
void add_signals(const Patterns& signals, std::span<const PatternHit> hits, Features& features);

}  // namespace attune
