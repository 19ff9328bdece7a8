// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every matcher of phrases is: it compiles a book, and finds the hits in the tokens of a text.
// Two kinds of matcher stand behind this, each the quicker for its books and its cut of the text
// (docs/decisions/0005-two-matchers.md); matchers_test.cpp holds each against the other.
//
//   auto matcher = TrieMatcher::compile(book);     // or AnchorMatcher
//   TrieMatcher::Scratch scratch;                  // one a thread
//   matcher->find(tokens, scratch);
//   for (const Hit& hit : scratch.hits()) … book.entries[hit.entry] …

#include <concepts>
#include <cstdint>
#include <span>

#include "attune/result.h"
#include "phrases/book.h"

namespace attune::phrases {

/// Entry `entry` of the book stands in tokens [first, last).
struct Hit {
  std::uint32_t entry = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend auto operator<=>(const Hit&, const Hit&) = default;
};

/// A matcher is const and safe from many threads, with one scratch each. compile() refuses a book
/// that it cannot serve, and says why.
template <class M>
concept Matcher = requires(const M& matcher, const BookView& book, const typename M::Text& text,
                           typename M::Scratch& scratch) {
  { M::compile(book) } -> std::same_as<Result<M>>;
  matcher.find(text, scratch);
  { scratch.hits() } -> std::convertible_to<std::span<const Hit>>;
};

}  // namespace attune::phrases
