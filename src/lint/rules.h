// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rules, compiled: checks one piece of prose.
//
//   const auto rules = Rules::load("share/attune/models/rules");
//   rules->check(block, {}, state, [](const Raised& r) { … });

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "attune/finding.h"
#include "attune/result.h"
#include "lint/facts/facts.h"
#include "lint/prose/block.h"
#include "lint/rule.h"
#include "lint/selection.h"
#include "phrases/rules/anchor_matcher.h"

namespace attune {

/// What a model says about a text: whether it presses at all, and in which ways. Probabilities.
struct CopyReading {
  float manipulation_p = 0;
  /// By how much honest copy of this length outnumbers the model's training mix, in log-odds.
  float honest_odds = 2;
  std::array<float, kCopyKinds> kinds{};  ///< In the order of kRuleKinds.
};

/// Asked only for texts that a rule touched.
using ManipulationModel = std::function<CopyReading(std::string_view text)>;

/// What a rule says about a span of a block's text.
struct Raised {
  const Rule* rule = nullptr;
  Severity severity = Severity::suggestion;
  Span span;
  bool cleared = false;      ///< A fact clears it; it is no finding.
  bool false_claim = false;  ///< A fact says otherwise.
  bool needs_fact = false;   ///< True or false as a fact would say.
  std::string_view fact;     ///< The fact that decided, or empty.
};

/// How many phrases of a text tell of a transaction or a service, and how many sell.
struct PurposeWords {
  std::size_t serving = 0;
  std::size_t selling = 0;
};

struct CheckState {
  phrases::AnchorScratch words;
  phrases::AnchorScratch cues;
  phrases::AnchorScratch contexts;
  std::vector<Raised> raised;  ///< Of the last block, by place.
};

struct CheckOptions {
  const Facts* facts = nullptr;
  std::int64_t today = 0;  ///< The day of checking, since 1970; facts are judged by it.
  const ManipulationModel* model = nullptr;
  const Selection* selection = nullptr;  ///< The rules that are heard; null: as settled.
  bool eager = false;    ///< Weigh cues, with the model where there is one (slower).
  bool alone = false;    ///< The model may speak without a rule: as a suggestion.
  bool trouble = false;  ///< The text answers a customer in trouble.
  bool care = false;     ///< The reader lives through a hard time: pressure weighs more.
  /// Is the message that the block is of a transactional one? Asked only where it matters.
  const std::function<bool()>* transactional = nullptr;
};

class Rules {
 public:
  /// Compiles every *.txt of `folder` (shared.txt first, then by name; contexts.txt apart).
  [[nodiscard]] static Result<Rules> load(const std::string& folder);
  /// Compiles books made otherwise.
  [[nodiscard]] static Result<Rules> compile(RuleBook rules, RuleBook contexts);

  /// Fills `state.raised`. Deterministic; const and safe from many threads, one state each.
  void check(const CopyBlock& block, const CheckOptions& options, CheckState& state) const;

  /// Do a customer's words tell of something that went wrong?
  [[nodiscard]] bool in_trouble(std::string_view words, CheckState& state) const;

  /// What do the words of a text say that it is for?
  [[nodiscard]] PurposeWords purpose(std::string_view text, CheckState& state) const;

  [[nodiscard]] const RuleBook& book() const { return *book_; }
  /// The rule called `id`, or null.
  [[nodiscard]] const Rule* find(std::string_view id) const;

 private:
  class Judge;
  struct Matchers {
    phrases::AnchorMatcher claims;  ///< Of rules that speak alone.
    phrases::AnchorMatcher cues;
    phrases::AnchorMatcher contexts;
  };
  Rules(std::unique_ptr<const RuleBook> book, std::unique_ptr<const RuleBook> contexts,
        Matchers matchers);

  std::unique_ptr<const RuleBook> book_;
  std::unique_ptr<const RuleBook> contexts_;
  std::array<const Rule*, kCopyKinds> prose_{};  ///< What the model alone may raise.
  Matchers matchers_;
};

}  // namespace attune
