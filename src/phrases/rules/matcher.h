// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds the phrases of a rule book in a text.
//
// Idea: each phrase is looked up by its rarest word (its anchor), and matched left and right from
// there; so a text pays for the rare words that it holds and not for the number of rules. Words
// that no rule knows fall out while the bytes are scanned (word_scan.h); an anchor falls out where
// no word beside it makes a pair that some phrase has. Work is O(bytes) for a given book: phrases
// are short and gaps are bounded. The slow twin that judges it is in rules_test.cpp.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "attune/span.h"
#include "phrases/rules/rule.h"
#include "phrases/rules/word_scan.h"
#include "text/tokens.h"

namespace attune {

/// Rule `rule` matched words [first, last).
struct RuleHit {
  std::uint32_t rule = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend auto operator<=>(const RuleHit&, const RuleHit&) = default;
};

/// Scratch of one thread.
struct MatchState {
  Tokens tokens;
  std::vector<RuleWord> words;
  std::vector<RuleHit> hits;  ///< By rule, then first; the hits of one rule do not overlap.
};

class RuleMatcher {
 public:
  /// Refuses a rule with a phrase of which no word is fixed. `book` must outlive the matcher.
  [[nodiscard]] static Result<RuleMatcher> compile(const RuleBook& book);
  /// For several books over one table: the classes of `book` are those of `words` from
  /// `first_class` on.
  [[nodiscard]] static Result<RuleMatcher> compile(const RuleBook& book,
                                                   std::shared_ptr<const WordTable> words,
                                                   std::uint32_t first_class);
  RuleMatcher(RuleMatcher&&) noexcept;
  RuleMatcher& operator=(RuleMatcher&&) noexcept;
  ~RuleMatcher();

  /// Cuts `text` into words and finds the hits whose guards hold.
  void match(std::string_view text, MatchState& state) const;
  /// Finds the hits in words that were scanned with table().
  void find(const std::vector<RuleWord>& words, std::vector<RuleHit>& hits) const;
  [[nodiscard]] const WordTable& table() const;

 private:
  struct Tables;
  class Walk;
  class Search;
  explicit RuleMatcher(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

}  // namespace attune
