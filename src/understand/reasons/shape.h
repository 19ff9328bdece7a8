// SPDX-License-Identifier: Apache-2.0
#pragma once

// A span that may be a reason, seen as a whole: how long it is, where it stands among words,
// clauses and sentences, and what is hit in it and around it, in numbers so small that a scorer can
// look up what each is worth.

#include <array>
#include <cstddef>
#include <cstdint>

#include "phrases/patterns/patterns.h"

namespace attune {

/// A candidate in small numbers.
struct ReasonShape {
  std::uint32_t length = 0;          ///< Bin.
  std::uint32_t share = 0;           ///< Tenths of the text's words.
  std::uint32_t ahead = 0;           ///< Bin of the words before it.
  std::uint32_t behind = 0;          ///< Bin of the words after it.
  std::uint32_t edges = 0;           ///< 1: words before it, 2: after it.
  std::uint32_t sentences = 0;       ///< Ended inside, at most 4.
  std::uint32_t marks = 0;           ///< 1: a mark before it, 2: after it.
  std::uint32_t clauses = 0;         ///< Held in part or whole, at most 4.
  std::uint32_t clause_edges = 0;    ///< 1: begins with a clause, 2: ends with one.
  std::uint32_t ended = 0;           ///< Sentences ended before its last word, at most 3.
  std::uint32_t sentence_edges = 0;  ///< 1: begins with a sentence, 2: ends with one.
  std::uint32_t place = 0;           ///< 1: in the first sentence, 2: in the last.
};

inline constexpr std::uint32_t kReasonBins = 64;  ///< Above every bin.

/// Pattern kinds that say what a span or its surroundings do.
inline constexpr std::array<PatternKind, 9> kTelling = {
    PatternKind::struggle, PatternKind::praise,     PatternKind::need,
    PatternKind::question, PatternKind::feeling,    PatternKind::churn_threat,
    PatternKind::advocacy, PatternKind::motivation, PatternKind::care};

/// The features that such numbers come out as.
namespace reason_feature {
[[nodiscard]] std::uint32_t bias();
[[nodiscard]] std::uint32_t length(std::uint32_t bin);
[[nodiscard]] std::uint32_t share(std::uint32_t tenths);
[[nodiscard]] std::uint32_t ahead(std::uint32_t bin);
[[nodiscard]] std::uint32_t behind(std::uint32_t bin);
[[nodiscard]] std::uint32_t edges(std::uint32_t edges);
[[nodiscard]] std::uint32_t sentences(std::uint32_t inside, std::uint32_t all);
[[nodiscard]] std::uint32_t marks(std::uint32_t marks, std::uint32_t sentences);
[[nodiscard]] std::uint32_t hits(std::size_t telling, std::uint32_t where);
[[nodiscard]] std::uint32_t connectives(std::uint32_t where);
[[nodiscard]] std::uint32_t clauses(std::uint32_t edges, std::uint32_t clauses);
[[nodiscard]] std::uint32_t sentence(std::uint32_t edges, std::uint32_t ended);
[[nodiscard]] std::uint32_t place(std::uint32_t edges, std::uint32_t place, std::uint32_t all);
[[nodiscard]] std::uint32_t share_of(std::uint32_t tenths, std::uint32_t words);
}  // namespace reason_feature

}  // namespace attune
