// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds the phrases of a rule book in a text.
//
// Idea: each phrase is looked up by its rarest word (its anchor), and matched left and right from
// there; so a text pays for the rare words that it holds and not for the number of rules. Words
// that no rule knows fall out while the bytes are scanned (word_scan.h). Work is O(bytes) for a
// given book: phrases are short and gaps are bounded. The slow twin that judges it is in
// matcher_test.cpp.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "attune/span.h"
#include "lint/rule.h"
#include "lint/word_scan.h"
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
  RuleMatcher(RuleMatcher&&) noexcept;
  RuleMatcher& operator=(RuleMatcher&&) noexcept;
  ~RuleMatcher();

  /// Cuts `text` into words and finds the hits whose guards hold.
  void match(std::string_view text, MatchState& state) const;
  [[nodiscard]] const WordTable& table() const;

 private:
  struct Tables;
  class Walk;
  explicit RuleMatcher(std::unique_ptr<const Tables> tables);
  [[nodiscard]] bool allowed(const Rule& rule, std::uint32_t line, const RuleHit& hit,
                             const std::vector<RuleWord>& words) const;
  [[nodiscard]] bool stands_beside(std::uint32_t klass, std::uint32_t gap, bool left,
                                   std::uint32_t at, const std::vector<RuleWord>& words) const;
  static void keep_longest(std::vector<RuleHit>& hits);
  std::unique_ptr<const Tables> tables_;
};

}  // namespace attune
