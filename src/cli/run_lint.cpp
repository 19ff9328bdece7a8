// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "attune/linter.h"
#include "cli/door.h"
#include "cli/lint_options.h"
#include "cli/verbs.h"

namespace attune {

namespace {

constexpr int kFound = 1;

void warn(const std::string& sentence) {
  refuse({Fault::bad_input, sentence}, kDone);
}

int status(const LintTotals& totals) {
  return totals.loud() ? kFound : kDone;
}

int run_lines(const Arguments& arguments, const LintOptions& options, const Linter& linter) {
  const std::string path = arguments.value("lines");
  const auto bytes = Linter::bytes_of(path);
  if (!bytes) return refuse(bytes.error());
  const auto outcome =
      linter.lines(*bytes, path == "-" ? options.stdin_filename : path, options, put);
  if (!outcome) return refuse(outcome.error(), kUsage);
  for (const std::string& sentence : outcome->warnings) warn(sentence);
  for (const std::string& reason : outcome->reasons) warn(fmt::format("{}: {}", path, reason));
  if (outcome->rejected > 0) {
    warn(fmt::format("{}: {} of {} lines were rejected", path, outcome->rejected, outcome->read));
  }
  const int found = status(outcome->totals);
  return outcome->rejected > 0 && outcome->rejected == outcome->read ? kRefused : found;
}

int run_all(const Arguments& arguments, const LintOptions& options, const Linter& linter) {
  const auto outcome = linter.files(arguments.files(), options, put);
  if (!outcome)
    return refuse(outcome.error(), outcome.error().fault == Fault::bad_input ? kUsage : kRefused);
  for (const std::string& sentence : outcome->warnings) warn(sentence);
  for (const std::string& sentence : outcome->fixed) warn(sentence);
  for (const std::string& sentence : outcome->refused) warn(sentence);
  const int found = status(outcome->totals);
  return outcome->refused.empty() ? found : kRefused;
}

/// One rule for a person, or the page of all.
int run_guide(const Arguments& arguments) {
  const auto guide = RuleGuide::load(models_dir(arguments));
  if (!guide) return refuse(guide.error());
  if (!arguments.has("rule")) {
    put(guide->page());
    return kDone;
  }
  const auto rule = guide->of(arguments.value("rule"));
  if (!rule) return refuse(rule.error(), kUsage);
  put(*rule);
  return kDone;
}

/// Each text that an editor opens, until it leaves. Status 1, where it leaves without `shutdown`,
/// is the protocol's.
int run_editor(const Arguments& arguments, const LintOptions& options, const Linter& linter) {
  constexpr int kLeftWithoutGoodbye = 1;
  const auto today = [&] { return day_of_checking(arguments).value_or(options.today); };
  const auto left = linter.serve(std::cin, put, options, today);
  if (!left) return refuse(left.error());
  return *left ? kDone : kLeftWithoutGoodbye;
}

}  // namespace

int run_lint(const Arguments& arguments) {
  if (arguments.has("rule") || arguments.has("rules-page")) return run_guide(arguments);
  const auto options = lint_options(arguments);
  if (!options) return refuse(options.error(), kUsage);
  const auto threads = threads_of(arguments);
  if (!threads) return refuse(threads.error(), kUsage);
  if (const auto ok = Linter::may_write_baseline(options->write_baseline); !ok)
    return refuse(ok.error(), kUsage);
  const auto linter = Linter::load(models_dir(arguments), *threads);
  if (!linter) return refuse(linter.error());
  if (arguments.has("lsp")) return run_editor(arguments, *options, *linter);
  const int found = arguments.has("lines") ? run_lines(arguments, *options, *linter)
                                           : run_all(arguments, *options, *linter);
  return found == kFound && arguments.has("exit-zero") ? kDone : found;
}

}  // namespace attune
