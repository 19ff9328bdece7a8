// SPDX-License-Identifier: Apache-2.0
#pragma once

// A rule of the linter as data: what it looks for, what it says, and the texts that test it.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "phrases/book.h"

namespace attune {

/// The kinds of pressure that copy is checked for, and what is said of the linter's own comments. A
/// rule's id begins with the name of its kind.
inline constexpr std::array<std::string_view, 17> kRuleKinds = {
    "false-urgency", "scarcity",        "social-proof",   "confirmshaming", "guilt",
    "fear",          "shaming",         "false-intimacy", "hidden-cost",    "obstruction",
    "flattery",      "false-authority", "preselection",   "forced-action",  "invasive",
    "deaf-tone",     "suppression"};
/// So many of them are ways to press, which a model can tell; they come first.
inline constexpr std::size_t kCopyKinds = 16;

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
  trouble,      ///< In a customer's words: something went wrong for them.
  transaction   ///< What was bought, changed or asked for: a receipt, a code, a parcel.
};
inline constexpr std::array<std::string_view, 10> kContextNames = {
    "negation", "service", "selling", "control", "attribution",
    "date",     "reason",  "count",   "trouble", "transaction"};

/// `cue` speaks only together with another witness; `suggest` and `warn` speak alone; `ask` is off
/// until a team asks for it by its name, and then suggests; `fact` speaks only where a fact says
/// otherwise, and is an error then.
enum class RuleLevel : std::uint8_t { cue, suggest, warn, ask, fact };

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

struct Rule : phrases::Entry {
  std::uint32_t kind = 0;  ///< Index into kRuleKinds.
  RuleLevel level = RuleLevel::warn;
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
  std::vector<std::string> stock;  ///< Sentences of which nothing is lost where they go.
};

/// Everything that a folder of rule files says.
struct RuleBook : phrases::Book<Rule> {
  std::array<KindText, kRuleKinds.size()> kinds;
};

}  // namespace attune
