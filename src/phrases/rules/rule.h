// SPDX-License-Identifier: Apache-2.0
#pragma once

// A rule of the linter as data: what it looks for, what it says, and the texts that test it.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune {

/// The kinds of pressure that copy is checked for. A rule's id begins with the name of its kind.
inline constexpr std::array<std::string_view, 16> kRuleKinds = {
    "false-urgency", "scarcity",      "social-proof", "confirmshaming",
    "guilt",         "fear",          "shaming",      "false-intimacy",
    "hidden-cost",   "obstruction",   "flattery",     "false-authority",
    "preselection",  "forced-action", "invasive",     "deaf-tone"};

/// What may stand around a hit and change what it means. Found by the same matcher.
enum class CopyContext : std::uint8_t {
  negation,     ///< "we never use" …
  service,      ///< A recall, an outage, a bill, a legal notice.
  selling,      ///< Words that sell, which no true service notice holds.
  control,      ///< "Button:" before a quotation: then it is our own words.
  attribution,  ///< "wrote", "as one customer put it".
  date,         ///< A day or hour that can be looked up.
  reason,       ///< Why it is so.
  count,        ///< A number of something named.
  trouble       ///< In a customer's words: something went wrong for them.
};
inline constexpr std::array<std::string_view, 9> kContextNames = {
    "negation", "service", "selling", "control", "attribution",
    "date",     "reason",  "count",   "trouble"};

/// `cue` speaks only together with another witness; `suggest` and `warn` speak alone.
enum class RuleLevel : std::uint8_t { cue, suggest, warn };

/// Bits that a token may have beside its letters.
struct WordFlag {
  static constexpr std::uint32_t kAny = 1, kNumber = 2, kTitle = 4, kCapitals = 8, kLink = 16,
                                 kEmoji = 32, kSlot = 64, kWord = 128, kClock = 256;
};

/// A test of one token: any of these words, any of these beginnings, any of these flags.
struct WordClass {
  std::vector<std::string> words;
  std::vector<std::string> prefixes;
  std::uint32_t flags = 0;
};

/// One token of a phrase: its class, and how many tokens of the same sentence may lie before it.
struct PhraseStep {
  std::uint32_t klass = 0;
  std::uint32_t gap = 0;
};

/// One way to match: an expression without its options.
struct RulePhrase {
  std::vector<PhraseStep> steps;
  bool at_start = false;   ///< Only at the beginning of a sentence.
  bool at_end = false;     ///< Only at the end of one.
  std::uint32_t line = 0;  ///< Which expression of its rule it comes from, from 1.
};

enum class GuardScope : std::uint8_t { before, after, sentence, text };

/// A condition near a hit: `required`, or else forbidden.
struct Guard {
  GuardScope place = GuardScope::before;
  bool required = false;
  std::uint32_t reach = 0;  ///< Tokens; for before and after.
  std::uint32_t klass = 0;
  std::uint32_t line = 0;  ///< Of which expression; 0: of all.
};

/// What clears a hit without a fact. All are on unless a rule says `keep`.
struct RuleClears {
  static constexpr std::uint32_t kQuotation = 1, kNegation = 2, kService = 4, kName = 8;
};

/// What all rules of a kind share.
struct KindText {
  std::string title;    ///< "False urgency".
  std::string what;     ///< One sentence for the docs.
  std::string why;      ///< Why it hurts.
  std::string clears;   ///< Fact that clears it, or empty.
  std::string rewrite;  ///< A neutral wording.
  std::string gray;     ///< Gray et al. 2024.
  std::string mathur;   ///< Mathur et al. 2019.
  std::string edpb;     ///< EDPB guidelines 03/2022.
};

struct Rule {
  std::string id;
  std::uint32_t kind = 0;  ///< Index into kRuleKinds.
  RuleLevel level = RuleLevel::warn;
  float p = 0;         ///< Measured precision on ordinary copy, [0, 1].
  bool reply = false;  ///< Holds only in an answer to somebody who is in trouble.
  bool brief = false;  ///< Holds only in short texts, where every word is meant for the reader.
  bool truth = false;  ///< True or false as the facts say: a checkable term makes it a question.
  std::uint32_t clears_by =
      RuleClears::kQuotation | RuleClears::kNegation | RuleClears::kService | RuleClears::kName;
  std::string says;  ///< The message; "{words}" stands for the words found.
  std::string why;
  std::string clears;
  std::string rewrite;
  std::string url;
  std::vector<RulePhrase> phrases;
  std::vector<Guard> guards;
  std::uint32_t lines = 0;          ///< Number of expressions.
  std::vector<std::string> hits;    ///< Texts that must be found.
  std::vector<std::string> misses;  ///< Texts that must not.
};

/// Everything that a folder of rule files says.
struct RuleBook {
  std::vector<WordClass> classes;
  std::array<KindText, kRuleKinds.size()> kinds;
  std::vector<Rule> rules;
};

}  // namespace attune
