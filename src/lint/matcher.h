// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds the phrases of a rule book in a text.
//
// Idea: each phrase is looked up by its rarest word (its anchor), and matched left and right from
// there; so a text pays for the rare words that it holds and not for the number of rules. A text
// without any anchor is passed over by one scan of its bytes (`may_hit`), without being cut into
// tokens. Work is O(bytes) for a given book: phrases are short, gaps are bounded. The slow twin
// that judges both is in matcher_test.cpp.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "attune/span.h"
#include "lint/rule.h"
#include "text/tokens.h"

namespace attune {

/// A token as rules see it; hyphens, quotes, brackets and emphasis marks are left out.
struct RuleWord {
  Span span;                   ///< In the text.
  std::uint32_t id = 0;        ///< Row of the class table.
  std::uint32_t flags = 0;     ///< Bits of WordFlag.
  std::uint32_t sentence = 0;  ///< Counts from 0.
};

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
  /// Refuses a rule with a phrase of which no word is fixed, or (`scanned`) that may_hit() could
  /// not look for.
  [[nodiscard]] static Result<RuleMatcher> compile(const RuleBook& book, bool scanned = true);
  RuleMatcher(RuleMatcher&&) noexcept;
  RuleMatcher& operator=(RuleMatcher&&) noexcept;
  ~RuleMatcher();

  /// False only where match() would find nothing.
  [[nodiscard]] bool may_hit(std::string_view text) const;
  /// Cuts `text` into words and finds the hits whose guards hold.
  void match(std::string_view text, MatchState& state) const;
  /// Is the word in the class?
  [[nodiscard]] bool is(const RuleWord& word, std::uint32_t klass) const;
  /// Only fills `state.words`.
  void cut(std::string_view text, MatchState& state) const;

 private:
  struct Tables;
  class Walk;
  explicit RuleMatcher(std::unique_ptr<const Tables> tables);
  [[nodiscard]] bool allowed(const Rule& rule, std::uint32_t line, const RuleHit& hit,
                             const std::vector<RuleWord>& words) const;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace attune
