// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/placed_text.h"

#include <algorithm>
#include <iterator>

namespace attune {

namespace {

/// The last piece that does not begin behind `at`.
std::vector<PlacedText::Piece>::const_iterator piece_at(
    const std::vector<PlacedText::Piece>& pieces, std::uint32_t at) {
  return std::prev(std::upper_bound(
      pieces.begin(), pieces.end(), at,
      [](std::uint32_t place, const PlacedText::Piece& piece) { return place < piece.at; }));
}

}  // namespace

void PlacedText::add(std::string_view bytes, std::uint32_t source) {
  if (bytes.empty()) return;
  const auto at = static_cast<std::uint32_t>(text.size());
  const bool goes_on = !pieces.empty() && !pieces.back().one &&
                       pieces.back().source + (at - pieces.back().at) == source;
  if (!goes_on) pieces.push_back({at, source, false, 0});
  text += bytes;
}

void PlacedText::stand_in(std::string_view bytes, Span source) {
  pieces.push_back({static_cast<std::uint32_t>(text.size()), source.begin, true, source.end});
  text += bytes;
}

Span PlacedText::in_source(Span span) const {
  const auto first = piece_at(pieces, span.begin);
  const auto last = piece_at(pieces, span.end - 1);
  return {first->one ? first->source : first->source + (span.begin - first->at),
          last->one ? last->source_end : last->source + (span.end - last->at)};
}

void PlacedText::move_out_of(const PlacedText& outer) {
  std::vector<Piece> moved;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    const Piece& piece = pieces[p];
    if (piece.one) {
      const Span place = outer.in_source({piece.source, piece.source_end});
      moved.push_back({piece.at, place.begin, true, place.end});
      continue;
    }
    const auto end =
        static_cast<std::uint32_t>(p + 1 < pieces.size() ? pieces[p + 1].at : text.size());
    for (auto from = piece_at(outer.pieces, piece.source); from != outer.pieces.end(); ++from) {
      const std::uint32_t begin = std::max(from->at, piece.source);
      if (begin - piece.source >= end - piece.at) break;
      moved.push_back({piece.at + (begin - piece.source),
                       from->one ? from->source : from->source + (begin - from->at), from->one,
                       from->source_end});
    }
  }
  pieces = std::move(moved);
}

}  // namespace attune
