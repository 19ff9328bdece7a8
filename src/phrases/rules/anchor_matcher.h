// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds the phrases of a book in copy, each around its rarest word. Its method is told in
// anchor_matcher.cpp.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "phrases/book.h"
#include "phrases/matcher.h"
#include "phrases/rules/word_scan.h"
#include "text/tokens.h"

namespace attune::phrases {

/// Scratch of one thread, and the hits of the last text.
struct AnchorScratch {
  Tokens tokens;
  std::vector<CopyWord> words;
  std::vector<Hit> found;
  /// By entry, then first; the hits of one entry do not overlap.
  [[nodiscard]] std::span<const Hit> hits() const { return found; }
};

class AnchorMatcher {
 public:
  using Text = std::vector<CopyWord>;
  using Scratch = AnchorScratch;

  /// Refuses a phrase of which no word is fixed (all are named tokens), and one that asks for a
  /// clause's border: copy is not cut into clauses. The book must outlive the matcher.
  [[nodiscard]] static Result<AnchorMatcher> compile(const BookView& book);
  /// Which entries of a book a matcher looks for; hits keep the numbers that entries have there.
  using Wanted = std::function<bool(std::uint32_t entry)>;
  /// For several matchers over one table, of one book or of more: the classes of `book` are those
  /// of `words` from `first_class` on. Without `wanted` all entries are.
  [[nodiscard]] static Result<AnchorMatcher> compile(const BookView& book,
                                                     std::shared_ptr<const WordTable> words,
                                                     std::uint32_t first_class,
                                                     const Wanted& wanted = nullptr);
  AnchorMatcher(AnchorMatcher&&) noexcept;
  AnchorMatcher& operator=(AnchorMatcher&&) noexcept;
  ~AnchorMatcher();

  /// Cuts `text` into words and finds the hits whose guards hold. Of the ways that a phrase fits
  /// around its anchor, the nearest is found; of hits of an entry that overlap, the first and
  /// longest stays.
  void match(std::string_view text, AnchorScratch& scratch) const;
  /// Finds the hits in words that were scanned with table().
  void find(const std::vector<CopyWord>& words, AnchorScratch& scratch) const;
  [[nodiscard]] const WordTable& table() const;

 private:
  struct Tables;
  class Walk;
  class Search;
  explicit AnchorMatcher(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

static_assert(Matcher<AnchorMatcher>);

}  // namespace attune::phrases
