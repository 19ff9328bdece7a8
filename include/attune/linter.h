// SPDX-License-Identifier: Apache-2.0
#pragma once

// Checks outgoing copy. Rules and models are loaded once, const and shared.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/copy_quality.h"
#include "attune/lint.h"
#include "attune/result.h"

namespace attune {

class Linter {
 public:
  /// Gets pieces of output, in order.
  using Out = std::function<void(std::string_view)>;

  /// Reads rules and models below `models_dir`. Refuses what is absent or damaged.
  [[nodiscard]] static Result<Linter> load(const std::string& models_dir, std::size_t threads);
  Linter(Linter&&) noexcept;
  Linter& operator=(Linter&&) noexcept;
  ~Linter();

  /// Lints `files`; a folder stands for the files below it that hold copy. A file that cannot be
  /// read, or is no text, is told of and the rest goes on. Refuses an unreadable configuration,
  /// fact or baseline.
  [[nodiscard]] Result<LintOutcome> files(const std::vector<std::string>& files,
                                          const LintOptions& options, const Out& out) const;
  /// Lints texts given as JSON Lines (`jsonl`), by the settings that hold for the file `name`: one
  /// answer a line, in order. Refuses settings that cannot be read.
  [[nodiscard]] Result<LinesOutcome> lines(std::string_view jsonl, const std::string& name,
                                           const LintOptions& options, const Out& out) const;

  /// Serves one editor by the Language Server Protocol (3.17): reads `in` until it leaves, and
  /// gives `out` whole messages. Of `options` those count that say how a text is judged; `today`
  /// gives the day of checking (since 1970) instead, since an editor may stay for weeks. Did it
  /// leave in the order of the protocol: shutdown, then exit? Refuses a rule that there is none of.
  [[nodiscard]] Result<bool> serve(std::istream& in, const Out& out, const LintOptions& options,
                                   const std::function<std::int64_t()>& today) const;

  /// How often the checks are right on labelled lines: JSON Lines with `text`, `manipulative` (1 or
  /// 0) and, where it presses, `kind`. Refuses what cannot be read.
  [[nodiscard]] Result<CopyQuality> judge(std::span<const std::string> files) const;

  /// The format called `name`. Refuses one that is none.
  [[nodiscard]] static Result<LintFormat> format(std::string_view name);
  /// All bytes of a file, or of standard input for "-"; at most 2 GB.
  [[nodiscard]] static Result<std::string> bytes_of(const std::string& file);
  /// Would a new baseline at `path` replace something else than an older one: copy, facts …?
  /// Refuses that.
  [[nodiscard]] static Result<void> may_write_baseline(const std::string& path);

 private:
  struct Parts;
  explicit Linter(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

/// What the rules are, in words.
class RuleGuide {
 public:
  /// Reads the rules below `models_dir`. Refuses what is absent or damaged.
  [[nodiscard]] static Result<RuleGuide> load(const std::string& models_dir);
  RuleGuide(RuleGuide&&) noexcept;
  RuleGuide& operator=(RuleGuide&&) noexcept;
  ~RuleGuide();

  /// What a rule (or all rules of a kind) looks for, why, and what would clear it. Refuses a name
  /// that no rule has.
  [[nodiscard]] Result<std::string> of(std::string_view name) const;
  /// docs/rules.md.
  [[nodiscard]] std::string page() const;

 private:
  struct Parts;
  explicit RuleGuide(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace attune
