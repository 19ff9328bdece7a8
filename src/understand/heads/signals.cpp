// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/signals.h"

#include <algorithm>

#include "base/hash.h"

namespace attune {

namespace {

constexpr std::uint64_t kConceptKeys = 0x636f6e6365707473;  // Apart from the keys of words.

/// Sorts what stands from `own` on, and leaves each once.
void each_once(std::vector<std::uint64_t>& keys, std::size_t own) {
  const auto first = keys.begin() + static_cast<std::ptrdiff_t>(own);
  std::sort(first, keys.end());
  keys.erase(std::unique(first, keys.end()), keys.end());
}

}  // namespace

void add_concepts(const Concepts& words, const Tokens& tokens, Features& features) {
  std::vector<std::uint16_t> hits;
  words.find(tokens, 0, tokens.size(), hits);
  add_concepts(words, hits, features);
}

void add_concepts(const Concepts& words, std::span<const std::uint16_t> hits, Features& features) {
  std::vector<std::uint64_t>& keys = features.keys[static_cast<std::size_t>(Block::cues)];
  const std::size_t own = keys.size();
  for (const std::uint16_t hit : hits)
    keys.push_back(hash_pair(kConceptKeys, hash64(words.name(hit))));
  each_once(keys, own);
}

void add_signals(const Patterns& signals, const Tokens& tokens, PatternState& state,
                 Features& features) {
  signals.match(tokens, state);
  add_signals(signals, state.hits(), features);
}

void add_signals(const Patterns& signals, std::span<const PatternHit> hits, Features& features) {
  std::vector<std::uint64_t>& keys = features.keys[static_cast<std::size_t>(Block::cues)];
  const std::size_t own = keys.size();
  for (const PatternHit& hit : hits) keys.push_back(signals.at(hit.entry).key);
  each_once(keys, own);
}

}  // namespace attune
