// SPDX-License-Identifier: Apache-2.0
#include "attune/linter.h"

#include <filesystem>
#include <utility>

#include "base/pool.h"
#include "engine/copy/copy_model.h"
#include "engine/copy/copy_quality.h"
#include "engine/copy/lint_files.h"
#include "engine/copy/lint_lines.h"
#include "engine/copy/lint_rules_page.h"
#include "engine/copy/lint_settings.h"
#include "engine/copy/lint_text.h"
#include "engine/copy/lsp/file_uri.h"
#include "engine/copy/lsp/session.h"
#include "engine/copy/rule_record.h"
#include "lint/output/output.h"
#include "lint/rules.h"

namespace attune {

namespace {

/// The URI of the folder that holds docs/rules.md, which is installed beside the models; empty
/// where it is absent.
std::string pages_beside(const std::string& models_dir) {
  std::error_code error;
  const auto page = std::filesystem::canonical(models_dir + "/../docs/rules.md", error);
  return error ? "" : lsp::uri_of_path(page.parent_path().parent_path().string() + "/");
}

}  // namespace

struct Linter::Parts {
  Rules rules;
  CopyModel model;
  Pool pool;
  std::string pages;
};

Linter::Linter(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Linter::Linter(Linter&&) noexcept = default;
Linter& Linter::operator=(Linter&&) noexcept = default;
Linter::~Linter() = default;

Result<Linter> Linter::load(const std::string& models_dir, std::size_t threads) {
  auto rules = Rules::load(models_dir + "/rules");
  if (!rules) return tl::unexpected<Error>(std::move(rules.error()));
  auto model = CopyModel::load(models_dir);
  if (!model) return tl::unexpected<Error>(std::move(model.error()));
  return Linter(std::make_unique<const Parts>(
      Parts{std::move(*rules), std::move(*model), Pool(threads), pages_beside(models_dir)}));
}

Result<LintOutcome> Linter::files(const std::vector<std::string>& files, const LintOptions& options,
                                  const Out& out) const {
  const auto selection = Selection::make(options.rules, parts_->rules.book());
  if (!selection) return tl::unexpected<Error>(selection.error());
  const ManipulationModel asked = parts_->model.asked();
  return lint_files(files, options, {parts_->rules, &asked, &*selection}, parts_->pool, out);
}

Result<LinesOutcome> Linter::lines(std::string_view jsonl, const std::string& name,
                                   const LintOptions& options, const Out& out) const {
  const auto settings = find_settings(options, parts_->rules.book(), name);
  if (!settings) return tl::unexpected<Error>(settings.error());
  const auto selection = Selection::make(options.rules, parts_->rules.book());
  if (!selection) return tl::unexpected<Error>(selection.error());
  const LintSettings& held = **settings;
  LinesOutcome outcome =
      lint_lines(jsonl,
                 {parts_->rules, parts_->model, held.config, held.facts ? &*held.facts : nullptr,
                  options.today, &*selection},
                 parts_->pool, out);
  outcome.warnings.insert(outcome.warnings.begin(), held.warnings.begin(), held.warnings.end());
  return outcome;
}

Result<bool> Linter::serve(std::istream& in, const Out& out, const LintOptions& options,
                           const std::function<std::int64_t()>& today) const {
  const auto selection = Selection::make(options.rules, parts_->rules.book());
  if (!selection) return tl::unexpected<Error>(selection.error());
  const ManipulationModel asked = parts_->model.asked();
  LintOptions now = options;
  const auto check = [&](std::string_view text, const std::string& path) {
    now.today = today();
    return lint_text(text, path, now, {parts_->rules, &asked, &*selection});
  };
  return lsp::serve(in, {check, out, parts_->pages});
}

Result<CopyQuality> Linter::judge(std::span<const std::string> files) const {
  return judge_copy(files, parts_->rules, parts_->model);
}

Result<LintFormat> Linter::format(std::string_view name) {
  return lint_format(name);
}

Result<std::string> Linter::bytes_of(const std::string& file) {
  return read_copy(file);
}

Result<void> Linter::may_write_baseline(const std::string& path) {
  return attune::may_write_baseline(path);
}

struct RuleGuide::Parts {
  Rules rules;
  MeasuredRules measured;
};

RuleGuide::RuleGuide(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
RuleGuide::RuleGuide(RuleGuide&&) noexcept = default;
RuleGuide& RuleGuide::operator=(RuleGuide&&) noexcept = default;
RuleGuide::~RuleGuide() = default;

Result<RuleGuide> RuleGuide::load(const std::string& models_dir) {
  auto rules = Rules::load(models_dir + "/rules");
  if (!rules) return tl::unexpected<Error>(std::move(rules.error()));
  auto measured = read_measured_rules(models_dir + "/copy/measured.json");
  if (!measured) return tl::unexpected<Error>(std::move(measured.error()));
  return RuleGuide(std::make_unique<const Parts>(Parts{std::move(*rules), std::move(*measured)}));
}

Result<std::string> RuleGuide::of(std::string_view name) const {
  return explain_rule(parts_->rules.book(), parts_->measured, name);
}

std::string RuleGuide::page() const {
  return rules_page(parts_->rules.book(), parts_->measured);
}

}  // namespace attune
