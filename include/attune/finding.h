// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the linter says about copy that is sent to people: where it may press, deceive, shame,
// intrude or sound deaf, why, and what would clear it.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/record_id.h"
#include "attune/span.h"

namespace attune {

/// A suggestion never fails a build; a warning or an error does.
enum class Severity : std::uint8_t { suggestion, warning, error };
inline constexpr std::array<std::string_view, 3> kSeverityNames = {"suggestion", "warning",
                                                                   "error"};

/// One place in a text, and what is wrong with it. The views point at the rules that made it.
struct Finding {
  std::string_view rule;  ///< "guilt-after-all"; begins with its kind.
  Severity severity = Severity::suggestion;
  std::string file;          ///< As it was named; empty for --lines.
  std::uint32_t line = 1;    ///< From 1; lines end at LF, CR LF or CR.
  std::uint32_t column = 1;  ///< UTF-16 units from 1.
  Span span;                 ///< Bytes of the file, or of the line's text. Never empty.
  std::string message;
  std::string_view why;
  std::string_view clears_with;  ///< Name of the fact that would clear it, or empty.
  std::string_view rewrite;      ///< A neutral wording, or empty.
  /// Bytes of the file that can be deleted without a change of meaning, by which the finding is
  /// gone; they hold its span. Mostly none.
  std::optional<Span> fix;
  std::string url;  ///< Where the rule is explained: a link, or docs/rules.md#ID.
};

/// How strongly a reply shows one mechanism of empathy (Sharma et al. 2020).
struct Mechanism {
  int level = 0;            ///< 0 none, 1 weak, 2 strong.
  std::array<float, 3> p;   ///< Probability of each level.
  std::vector<Span> spans;  ///< The words that carry it; empty at level 0.
};

struct Empathy {
  Mechanism emotional_reactions;
  Mechanism interpretations;
  Mechanism explorations;
};

/// Answer to one text of a JSON Lines file.
struct LineFindings {
  RecordId id;
  std::vector<Finding> findings;   ///< In order of the text.
  float manipulation_p = 0;        ///< [0, 1].
  std::string not_checked;         ///< The language of a text that the rules do not know: "German".
  std::optional<Empathy> empathy;  ///< Only where the customer's words were given.
};

}  // namespace attune
