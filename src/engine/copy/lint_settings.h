// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds what holds for a file that is linted: the nearest .attune.yaml above it, and the facts and
// the baseline that it (or the command line) names.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/finding.h"
#include "attune/result.h"
#include "lint/config.h"
#include "lint/facts/facts.h"

namespace attune {

struct LintOptions;

struct LintSettings {
  std::string folder;  ///< Of the configuration; globs are relative to it. "" where there is none.
  LintConfig config;
  std::optional<Facts> facts;
  std::string facts_file;             ///< Path, or empty.
  std::string baseline;               ///< Path, or empty.
  std::vector<std::string> warnings;  ///< Facts that can clear nothing, for people.

  /// `path` as the globs of the configuration see it.
  [[nodiscard]] std::string relative(const std::string& path) const;
};

class SettingsFinder {
 public:
  /// `book`: the rules that a configuration may name.
  SettingsFinder(const LintOptions& options, const RuleBook& book)
      : options_(options), book_(book) {}

  /// The settings for a file. Refuses a configuration, fact or baseline file that cannot be read.
  [[nodiscard]] Result<std::shared_ptr<const LintSettings>> of(const std::string& path);

  /// Is the finding in the baseline (or written to a new one)? Each entry excuses one finding.
  [[nodiscard]] bool known(const LintSettings& settings, const Finding& finding,
                           std::string_view words);
  /// Does the baseline list the finding, whichever of its kind is excused?
  [[nodiscard]] bool listed(const LintSettings& settings, const Finding& finding,
                            std::string_view words) const;
  /// The new baseline: one line for each finding, sorted.
  [[nodiscard]] std::string baseline_text() const;

 private:
  using Excuses = std::map<std::string, std::uint64_t>;
  [[nodiscard]] Result<std::shared_ptr<const LintSettings>> load(const std::string& config_path);
  [[nodiscard]] Result<void> load_baseline(const std::string& path);

  const LintOptions& options_;
  const RuleBook& book_;
  std::map<std::string, std::string> config_of_folder_;
  std::map<std::string, std::shared_ptr<const LintSettings>> settings_;
  std::map<std::string, Excuses> baselines_;
  Excuses written_;
};

/// Would a new baseline at `path` replace something else than an older one: copy, facts …? Refuses
/// that.
[[nodiscard]] Result<void> may_write_baseline(const std::string& path);

/// The settings for one file, without a baseline.
[[nodiscard]] Result<std::shared_ptr<const LintSettings>> find_settings(const LintOptions& options,
                                                                        const RuleBook& book,
                                                                        const std::string& path);

}  // namespace attune
