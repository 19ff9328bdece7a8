// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <fmt/core.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "cli/door.h"
#include "cli/verbs.h"
#include "engine/copy/copy_model.h"
#include "engine/copy/lint_files.h"
#include "engine/copy/lint_lines.h"
#include "engine/copy/lint_rules_page.h"
#include "engine/copy/lint_settings.h"

namespace attune {

namespace {

constexpr int kFound = 1;

bool colour_wanted() {
  const char* no_colour = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0');
}

void warn(const std::string& sentence) {
  refuse({Fault::bad_input, sentence}, kDone);
}

int status(const LintTotals& totals) {
  return totals.loud() ? kFound : kDone;
}

int run_lines(const Arguments& arguments, const LintOptions& options, const Rules& rules,
              const CopyModel& model, const Pool& pool) {
  const std::string path = arguments.value("lines");
  const auto bytes = read_copy(path);
  if (!bytes) return refuse(bytes.error());
  const auto settings = find_settings(options, path == "-" ? options.stdin_filename : path);
  if (!settings) return refuse(settings.error(), kUsage);
  for (const std::string& sentence : (*settings)->warnings) warn(sentence);
  const LinesContext context{rules, model, (*settings)->config,
                             (*settings)->facts ? &*(*settings)->facts : nullptr, options.today};
  const LinesOutcome outcome = lint_lines(*bytes, context, pool, put);
  for (const std::string& reason : outcome.reasons) warn(fmt::format("{}: {}", path, reason));
  if (outcome.rejected > 0) {
    warn(fmt::format("{}: {} of {} lines were rejected", path, outcome.rejected, outcome.read));
  }
  const int found = status(outcome.totals);
  return outcome.rejected > 0 && outcome.rejected == outcome.read ? kRefused : found;
}

int run_all(const Arguments& arguments, const LintOptions& options, const Rules& rules,
            const CopyModel& model, const Pool& pool) {
  const ManipulationModel asked = model.asked();
  const auto outcome = lint_files(arguments.files(), options, {rules, &asked}, pool, put);
  if (!outcome)
    return refuse(outcome.error(), outcome.error().fault == Fault::bad_input ? kUsage : kRefused);
  for (const std::string& sentence : outcome->warnings) warn(sentence);
  for (const std::string& sentence : outcome->refused) warn(sentence);
  const int found = status(outcome->totals);
  return outcome->refused.empty() ? found : kRefused;
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
  const auto format = lint_format(name);
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

/// Either files or --lines, and those answer in one way.
Result<void> check_input(const Arguments& arguments, LintFormat format) {
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
  const std::string models = models_dir(arguments);
  const auto rules = Rules::load(models + "/rules");
  if (!rules) return refuse(rules.error());
  if (arguments.has("rule")) {
    const auto page = explain_rule(rules->book(), arguments.value("rule"));
    if (!page) return refuse(page.error(), kUsage);
    put(*page);
    return kDone;
  }
  if (arguments.has("rules-page")) {
    put(rules_page(rules->book()));
    return kDone;
  }
  const auto options = options_of(arguments);
  if (!options) return refuse(options.error(), kUsage);
  const auto threads = arguments.number("threads", 1, Pool(0).threads());
  if (!threads) return refuse(threads.error(), kUsage);
  if (const auto ok = check_input(arguments, options->format); !ok)
    return refuse(ok.error(), kUsage);
  if (const auto ok = may_write_baseline(options->write_baseline); !ok)
    return refuse(ok.error(), kUsage);
  const auto model = CopyModel::load(models);
  if (!model) return refuse(model.error());
  const Pool pool(*threads);
  if (arguments.has("lines")) return run_lines(arguments, *options, *rules, *model, pool);
  return run_all(arguments, *options, *rules, *model, pool);
}

}  // namespace attune
