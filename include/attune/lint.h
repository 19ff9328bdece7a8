// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `attune lint` is asked, and what came of it; attune/finding.h is one finding.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "attune/finding.h"

namespace attune {

enum class LintFormat : std::uint8_t { text, json, sarif, rdjson, github, junit };

/// Which findings a run is limited to, whatever a configuration says. A name is that of a rule, of
/// the kind that it begins with, or "all".
struct RuleSelection {
  std::vector<std::string> select;        ///< Only these, also those that are off; empty: all.
  std::vector<std::string> ignore;        ///< Not these.
  Severity least = Severity::suggestion;  ///< Nothing of less weight.
};

struct LintOptions {
  LintFormat format = LintFormat::text;
  bool colour = false;
  std::string config;          ///< Instead of the .attune.yaml found upwards.
  std::string facts;           ///< Instead of the one that the configuration names.
  std::string baseline;        ///< The same.
  std::string write_baseline;  ///< Writes the findings there and reports none.
  std::string stdin_filename;  ///< What "-" is taken for.
  std::int64_t today = 0;      ///< The day of checking, since 1970: facts are judged by it.
  std::string rules_url;  ///< Where the page of the rules lies; instead of the configuration's.
  std::string diff;       ///< A git revision: only findings on lines that changed since; or empty.
  RuleSelection rules;
  bool fix = false;         ///< Deletes from the files what can go (Finding::fix).
  bool statistics = false;  ///< Counts by rule instead of findings; text or json.
};

/// Files that were not checked: how many of each kind, and the first of them.
struct Unchecked {
  static constexpr std::size_t kMostNamed = 1000;
  struct File {
    std::string name;    ///< As it was named or found.
    std::string kind;    ///< What files are counted by: ".rst", "German".
    std::string reason;  ///< A sentence without the file's name.
  };
  std::map<std::string, std::uint64_t> kinds;
  std::vector<File> named;  ///< At most kMostNamed, in order.

  void add(File file) {
    ++kinds[file.kind];
    if (named.size() < kMostNamed) named.push_back(std::move(file));
  }
  [[nodiscard]] std::uint64_t count() const {
    std::uint64_t sum = 0;
    for (const auto& [kind, files] : kinds) sum += files;
    return sum;
  }
};

struct LintTotals {
  std::uint64_t files = 0;  ///< That were checked.
  std::uint64_t errors = 0;
  std::uint64_t warnings = 0;
  std::uint64_t suggestions = 0;
  std::uint64_t cleared = 0;
  Unchecked not_read;     ///< By what their names end in.
  Unchecked not_checked;  ///< By the language they are in; "German in part": only in part.

  void count(Severity severity) {
    errors += severity == Severity::error ? 1 : 0;
    warnings += severity == Severity::warning ? 1 : 0;
    suggestions += severity == Severity::suggestion ? 1 : 0;
  }
  [[nodiscard]] bool loud() const { return errors + warnings > 0; }
};

/// What came of files.
struct LintOutcome {
  LintTotals totals;
  std::vector<std::string> refused;   ///< Files that could not be checked or rewritten, and why.
  std::vector<std::string> fixed;     ///< What was deleted, and where.
  std::vector<std::string> warnings;  ///< What was read and is of no use, each once.
};

/// What came of JSON Lines.
struct LinesOutcome {
  LintTotals totals;
  std::uint64_t read = 0;  ///< Lines that are not blank: those answered and those rejected.
  std::uint64_t rejected = 0;
  std::vector<std::string> reasons;   ///< Of the first lines that were rejected.
  std::vector<std::string> warnings;  ///< What was read and is of no use.
};

}  // namespace attune
