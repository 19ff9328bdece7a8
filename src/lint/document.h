// SPDX-License-Identifier: Apache-2.0
#pragma once

// Checks one file: prose, placeholders, suppressions, the team's choices and facts. The findings
// come one by one, in order, so that a file of any size needs no more memory than itself.

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "attune/finding.h"
#include "lint/config.h"
#include "lint/copy_language.h"
#include "lint/facts/facts.h"
#include "lint/prose/prose.h"
#include "lint/rules.h"

namespace attune {

/// A finding that a fact or an agreement took away, for the record.
struct Cleared {
  std::string_view rule;
  Span span;
  std::string_view fact;  ///< Name of the fact.
};

struct LintContext {
  const Rules& rules;
  const LintConfig& config;
  const Facts* facts = nullptr;
  const ManipulationModel* model = nullptr;
  std::int64_t today = 0;                ///< The day of checking, since 1970.
  const Selection* selection = nullptr;  ///< Rules for this run; null: as settled.
  bool eager = false;    ///< Weigh cues, with the model where there is one (slower).
  bool trouble = false;  ///< The text answers a customer in trouble.
  bool care = false;     ///< The reader lives through a hard time.
};

struct LintSinks {
  std::function<void(const Finding&)> finding;
  std::function<void(const Cleared&)> cleared;
  /// What is to be said of facts in the file's front matter; may be empty.
  std::function<void(const std::string& sentence)> doubt;
};

struct LintState {
  CheckState check;
  std::vector<Finding> pending;             ///< Of one block.
  std::vector<Span> stock;                  ///< Of one block: stock sentences that were found,
  std::vector<std::size_t> stock_findings;  ///< … by which of `pending`.
};

/// A file to be checked. Borrowed.
struct CopyFile {
  std::string_view source;
  std::string_view name;  ///< As findings name it.
  Markup markup = Markup::plain;
};

/// Checks one file, and says what of it was left out because it is not in English.
ForeignCopy lint_document(const CopyFile& file, const LintContext& context, const LintSinks& sinks,
                          LintState& state);

/// Which finding it is, whatever line it moves to: a hash of rule, file and words.
[[nodiscard]] std::uint64_t fingerprint(const Finding& finding, std::string_view words);

/// The probability that a text presses, by the model and by what the rules found in it.
[[nodiscard]] float manipulation_p(const CopyReading& reading,
                                   const std::vector<Finding>& findings);

/// May a character do something to a terminal or a log besides being read: a control, a line end, a
/// mark that turns the direction of what follows?
[[nodiscard]] constexpr bool harmful(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x200E || code == 0x200F ||
         (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/// `words` made fit to be shown: at most 80 bytes, valid UTF-8, nothing harmful().
[[nodiscard]] std::string shown(std::string_view words);

}  // namespace attune
