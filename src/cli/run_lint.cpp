// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <chrono>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "attune/linter.h"
#include "base/calendar.h"
#include "cli/door.h"
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

/// The day of --at, or today (UTC). The only clock of this verb.
Result<std::int64_t> day_of_checking(const Arguments& arguments) {
  if (!arguments.has("at")) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return day_of_seconds(std::chrono::duration_cast<std::chrono::seconds>(now).count());
  }
  const auto date = date_of_iso(arguments.value("at"));
  if (date) return days_of(*date);
  return fail(Fault::bad_input, "--at takes a day such as 2026-03-01");
}

Result<LintOptions> options_of(const Arguments& arguments) {
  LintOptions options;
  const std::string name = arguments.has("json") ? "json" : arguments.value("format", "text");
  const auto format = Linter::format(name);
  if (!format) return tl::unexpected<Error>(format.error());
  options.format = *format;
  options.colour = colour_wanted();
  options.config = arguments.value("config");
  options.facts = arguments.value("facts");
  options.baseline = arguments.value("baseline");
  options.write_baseline = arguments.value("write-baseline");
  options.stdin_filename = arguments.value("stdin-filename", "stdin.txt");
  const auto today = day_of_checking(arguments);
  if (!today) return tl::unexpected<Error>(today.error());
  options.today = *today;
  return options;
}

/// Each text that an editor opens, until it leaves. Status 1, where it leaves without `shutdown`,
/// is the protocol's.
int run_editor(const Arguments& arguments, const LintOptions& options, const Linter& linter) {
  constexpr int kLeftWithoutGoodbye = 1;
  const auto today = [&] { return day_of_checking(arguments).value_or(options.today); };
  return linter.serve(std::cin, put, options, today) ? kDone : kLeftWithoutGoodbye;
}

/// An editor names its texts itself, and is answered in the protocol's way.
Result<void> check_editor_flags(const Arguments& arguments) {
  if (!arguments.files().empty())
    return fail(Fault::bad_input, "--lsp gets its texts from the editor; name no files");
  for (const char* const flag : {"lines", "format", "json", "write-baseline", "stdin-filename"}) {
    if (arguments.has(flag))
      return fail(Fault::bad_input, fmt::format("--lsp serves an editor; leave --{} out", flag));
  }
  return {};
}

/// Files, --lines or --lsp, and those answer in one way.
Result<void> check_input(const Arguments& arguments, LintFormat format) {
  if (arguments.has("lsp")) return check_editor_flags(arguments);
  if (arguments.has("stdio")) return fail(Fault::bad_input, "--stdio goes with --lsp");
  const bool lines = arguments.has("lines");
  if (!lines && arguments.files().empty())
    return fail(Fault::bad_input, "name a file to check, or - for standard input");
  if (lines && !arguments.files().empty())
    return fail(Fault::bad_input, "give files or --lines, not both");
  if (lines && (arguments.has("baseline") || arguments.has("write-baseline")))
    return fail(Fault::bad_input, "a baseline is of files, not of --lines; leave it out");
  if (lines && arguments.has("format") && format != LintFormat::json)
    return fail(Fault::bad_input, "--lines answers in JSON Lines; leave --format out");
  return {};
}

}  // namespace

int run_lint(const Arguments& arguments) {
  if (arguments.has("rule") || arguments.has("rules-page")) return run_guide(arguments);
  const auto options = options_of(arguments);
  if (!options) return refuse(options.error(), kUsage);
  const auto threads = threads_of(arguments);
  if (!threads) return refuse(threads.error(), kUsage);
  if (const auto ok = check_input(arguments, options->format); !ok)
    return refuse(ok.error(), kUsage);
  if (const auto ok = Linter::may_write_baseline(options->write_baseline); !ok)
    return refuse(ok.error(), kUsage);
  const auto linter = Linter::load(models_dir(arguments), *threads);
  if (!linter) return refuse(linter.error());
  if (arguments.has("lsp")) return run_editor(arguments, *options, *linter);
  return arguments.has("lines") ? run_lines(arguments, *options, *linter)
                                : run_all(arguments, *options, *linter);
}

}  // namespace attune
