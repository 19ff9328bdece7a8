// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a team has settled in .attune.yaml: which rules are off or weigh more, which words are
// allowed, which facts about people may be used in a message, and for which paths all that holds.
//
//   rules: {flattery: off, scarcity: error}
//   allow: ["Last Chance Saloon"]
//   attributes:
//     customer.first_name: {source: sign-up form, purpose: to greet, consent: contract}
//   paths:
//     "mails/service/**": {rules: {fear: off}}
//   copy:                                    # which keys hold copy, instead of what we guess
//     front_matter: [subject, teaser]        # of a page or a mail
//     catalogues: ["content/*.json"]         # more files of texts (JSON, YAML, CSV) in a folder
//     keys: [title, "mail.**"]               # of a file of texts; columns by their names
//     not_keys: [slug]
//   facts: facts.yaml                        # or the facts themselves: {offer_ends: 2026-06-30}
//   baseline: attune-baseline.txt
//   rules_url: https://docs.example.com/attune/rules.html

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/finding.h"
#include "attune/result.h"
#include "lint/facts/facts.h"
#include "lint/prose/copy_keys.h"
#include "lint/prose/glob.h"
#include "lint/rule.h"

namespace attune {

/// A fact about a person that messages may hold.
struct DeclaredAttribute {
  std::string source;   ///< Where it comes from: "sign-up form", "inferred", "third party".
  std::string purpose;  ///< What it may be used for.
  std::string consent;  ///< On which ground.
  bool sensitive = false;
};

/// Off, or the severity that findings of a rule (or kind) get; unset: as the rule says.
struct RuleChoice {
  std::string rule;
  bool off = false;
  Severity severity = Severity::warning;
};

struct PathChoice {
  std::string glob;  ///< `*` within a folder, `**` across folders.
  bool ignore = false;
  std::vector<RuleChoice> rules;
  std::vector<std::string> allow;
};

struct LintConfig {
  std::vector<RuleChoice> rules;   ///< Later ones win.
  std::vector<std::string> allow;  ///< Words, as written; case does not matter.
  bool declares = false;           ///< There is an `attributes:` section.
  std::map<std::string, DeclaredAttribute, std::less<>> attributes;
  std::vector<PathChoice> paths;
  CopyKeys copy;          ///< Which keys of a file hold copy.
  std::string facts;      ///< Path, relative to the configuration; or empty.
  Facts given;            ///< Facts that stand in the configuration itself.
  std::string baseline;   ///< The same.
  std::string rules_url;  ///< Where the page of the rules lies: links are this, "#" and an id.
};

/// The address of a page. Refuses what cannot stand before a "#" in a link.
[[nodiscard]] Result<std::string> page_address(std::string_view value);

/// Refuses what is not understood, with the key, and for one that is unknown with its line and the
/// one that was meant.
[[nodiscard]] Result<LintConfig> read_config(std::string_view yaml);

/// Refuses a choice for a rule that `book` does not hold, with the one that was meant.
[[nodiscard]] Result<void> check_rules(const LintConfig& config, const RuleBook& book);

/// A key that read_config() knows: "rules", or "source" within each of "attributes".
struct ConfigKey {
  std::string_view within;  ///< "attributes", "paths", or empty.
  std::string_view name;
};
/// All of them; docs/facts-and-configuration.md and the schema are held against them.
[[nodiscard]] std::vector<ConfigKey> config_keys();

/// The configuration for one file: that of `config` with what its paths add. Nothing where the
/// file is ignored.
[[nodiscard]] std::optional<LintConfig> for_path(const LintConfig& config, std::string_view path);

}  // namespace attune
