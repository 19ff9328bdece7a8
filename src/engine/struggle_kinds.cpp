// SPDX-License-Identifier: Apache-2.0
#include "engine/struggle_kinds.h"

#include <algorithm>

#include "base/spares.h"

namespace attune {

namespace {
constexpr std::size_t kChunk = 64;
constexpr std::size_t kShort = 200;  // Bytes of a passage that is read whole.
}  // namespace

std::vector<StruggleScores> struggle_kinds(const problems::Corpus& corpus,
                                           std::span<const problems::Passage> passages,
                                           const StruggleHeads& heads, const Pool& pool) {
  Spares<StruggleHeads::State> spare;
  std::vector<StruggleScores> out(passages.size());
  pool.for_each_chunk(passages.size(), kChunk, [&](std::size_t begin, std::size_t end) {
    auto state = spare.take();
    for (std::size_t i = begin; i < end; ++i) {
      const problems::Passage& passage = passages[i];
      out[i] = heads.score(passage.text, *state);
      if (passage.text.size() <= kShort) continue;
      for (const std::uint32_t c : passage.clauses) {
        const std::string_view text = corpus.messages[passage.message].text;
        const StruggleScores said = heads.score(corpus.clauses[c].span.of(text), *state);
        for (std::size_t k = 0; k < kStruggleKinds; ++k) out[i][k] = std::max(out[i][k], said[k]);
      }
    }
    spare.give_back(std::move(state));
  });
  return out;
}

StruggleScores phrase_kinds(std::string_view phrase, const StruggleHeads& heads) {
  StruggleHeads::State state;
  return heads.score(phrase, state);
}

}  // namespace attune
