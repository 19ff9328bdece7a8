// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/signals.h"

#include <algorithm>

namespace attune {

void add_signals(const Patterns& signals, const Tokens& tokens, PatternState& state,
                 Features& features) {
  signals.match(tokens, state);
  std::vector<std::uint64_t>& keys = features.keys[static_cast<std::size_t>(Block::cues)];
  const auto own = static_cast<std::ptrdiff_t>(keys.size());
  for (const PatternHit& hit : state.hits()) keys.push_back(signals.at(hit.entry).key);
  std::sort(keys.begin() + own, keys.end());
  keys.erase(std::unique(keys.begin() + own, keys.end()), keys.end());
}

}  // namespace attune
