// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/block.h"

namespace attune {

void CopyBlock::add(std::string_view bytes, std::uint32_t source) {
  if (bytes.empty()) return;
  const auto at = static_cast<std::uint32_t>(text.size());
  const bool goes_on = !pieces.empty() && !pieces.back().one &&
                       pieces.back().source + (at - pieces.back().at) == source;
  if (!goes_on) pieces.push_back({at, source, false, 0});
  text += bytes;
}

void CopyBlock::stand_in(std::string_view bytes, Span source) {
  pieces.push_back({static_cast<std::uint32_t>(text.size()), source.begin, true, source.end});
  text += bytes;
}

Span CopyBlock::in_source(Span span) const {
  const auto piece_at = [&](std::uint32_t at) {
    return std::prev(
        std::upper_bound(pieces.begin(), pieces.end(), at,
                         [](std::uint32_t place, const Piece& piece) { return place < piece.at; }));
  };
  const auto first = piece_at(span.begin);
  const auto last = piece_at(span.end - 1);
  return {first->one ? first->source : first->source + (span.begin - first->at),
          last->one ? last->source_end : last->source + (span.end - last->at)};
}

}  // namespace attune
