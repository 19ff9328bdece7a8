// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lint_text.h"

#include <optional>

#include "engine/copy/lint_settings.h"
#include "lint/document.h"
#include "text/language/language_names.h"

namespace attune {

Result<TextOutcome> lint_text(std::string_view text, const std::string& path,
                              const LintOptions& options, const Judges& judges) {
  SettingsFinder finder(options, judges.rules.book());
  const auto settings = finder.of(path);
  if (!settings) return tl::unexpected<Error>(settings.error());
  const LintSettings& held = **settings;
  TextOutcome outcome;
  outcome.warnings = held.warnings;
  const std::string name = held.relative(path);
  const std::optional<LintConfig> config = for_path(held.config, name);
  if (!config) return outcome;
  LintContext context{judges.rules, *config, held.facts ? &*held.facts : nullptr, judges.model,
                      options.today};
  context.selection = judges.selection;
  LintSinks sinks;
  sinks.finding = [&](const Finding& finding) {
    if (!finder.known(held, finding, finding.span.of(text))) outcome.findings.push_back(finding);
  };
  sinks.doubt = [&](const std::string& sentence) { outcome.warnings.push_back(sentence); };
  LintState state;
  const ForeignCopy foreign = lint_document({text, name, markup_of(path)}, context, sinks, state);
  if (foreign.whole) {
    outcome.warnings.push_back("not checked: it reads as " +
                               std::string(language_name(foreign.language)) +
                               ", and the rules are for English");
  }
  return outcome;
}

}  // namespace attune
