// SPDX-License-Identifier: Apache-2.0
#include "cli/lint_options.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "attune/linter.h"
#include "base/calendar.h"
#include "cli/door.h"

namespace attune {

namespace {

/// The names of a flag that is repeated, or whose value is a list with commas.
std::vector<std::string> names(const Arguments& arguments, std::string_view flag) {
  std::vector<std::string> all;
  for (const std::string& value : arguments.values(flag)) {
    for (std::size_t from = 0; from <= value.size();) {
      const std::size_t comma = std::min(value.find(',', from), value.size());
      const std::size_t first = std::min(value.find_first_not_of(' ', from), comma);
      const std::size_t last = value.find_last_not_of(' ', comma == 0 ? 0 : comma - 1);
      all.push_back(first == comma ? "" : value.substr(first, last + 1 - first));
      from = comma + 1;
    }
  }
  return all;
}

Result<RuleSelection> selection(const Arguments& arguments) {
  RuleSelection made{names(arguments, "select"), names(arguments, "ignore"), Severity::suggestion};
  if (!arguments.has("min-severity")) return made;
  const std::string least = arguments.value("min-severity");
  const auto* const found = std::find(kSeverityNames.begin(), kSeverityNames.end(), least);
  if (found == kSeverityNames.end()) {
    return fail(Fault::bad_input,
                "--min-severity takes suggestion, warning or error, not \"" + least + "\"");
  }
  made.least = static_cast<Severity>(found - kSeverityNames.begin());
  return made;
}

/// An editor names its texts itself, and is answered in the protocol's way.
Result<void> check_editor_flags(const Arguments& arguments) {
  if (!arguments.files().empty())
    return fail(Fault::bad_input, "--lsp gets its texts from the editor; name no files");
  for (const char* const flag : {"lines", "format", "json", "write-baseline", "stdin-filename",
                                 "statistics", "exit-zero", "diff", "fix"}) {
    if (arguments.has(flag))
      return fail(Fault::bad_input,
                  std::string("--lsp serves an editor; leave --") + flag + " out");
  }
  return {};
}

/// Is --lines or standard input read?
bool from_no_file(const Arguments& arguments) {
  const std::vector<std::string>& files = arguments.files();
  return arguments.has("lines") || std::find(files.begin(), files.end(), "-") != files.end();
}

/// --diff takes a revision, and compares files.
Result<void> check_diff(const Arguments& arguments) {
  if (!arguments.has("diff")) return {};
  const std::string revision = arguments.value("diff");
  if (revision.starts_with('-')) {
    return fail(
        Fault::bad_input,
        "--diff takes a git revision, such as HEAD or origin/main, not \"" + revision + "\"");
  }
  if (from_no_file(arguments))
    return fail(Fault::bad_input,
                "--diff is of files, not of --lines or standard input; leave it out");
  if (arguments.has("write-baseline"))
    return fail(Fault::bad_input, "a baseline of some lines would lack the rest; leave --diff out");
  return {};
}

/// --fix rewrites files, of which a baseline says nothing yet.
Result<void> check_fix(const Arguments& arguments) {
  if (!arguments.has("fix")) return {};
  if (from_no_file(arguments)) {
    return fail(Fault::bad_input,
                "--fix rewrites files, not --lines or standard input; leave it out");
  }
  if (arguments.has("write-baseline"))
    return fail(Fault::bad_input, "give --fix or --write-baseline, one after the other");
  return {};
}

/// Files, --lines or --lsp, and flags that go together.
Result<void> check_flags(const Arguments& arguments, LintFormat format) {
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
  if (lines && arguments.has("statistics"))
    return fail(Fault::bad_input, "--statistics counts over files, not over --lines; leave it out");
  if (arguments.has("statistics") && format != LintFormat::text && format != LintFormat::json)
    return fail(Fault::bad_input, "--statistics answers as text or JSON; leave --format out");
  if (auto ok = check_fix(arguments); !ok) return ok;
  return check_diff(arguments);
}

}  // namespace

Result<std::int64_t> day_of_checking(const Arguments& arguments) {
  if (!arguments.has("at")) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return day_of_seconds(std::chrono::duration_cast<std::chrono::seconds>(now).count());
  }
  const auto date = date_of_iso(arguments.value("at"));
  if (date) return days_of(*date);
  return fail(Fault::bad_input, "--at takes a day such as 2026-03-01");
}

Result<LintOptions> lint_options(const Arguments& arguments) {
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
  options.fix = arguments.has("fix");
  options.diff = arguments.value("diff");
  options.rules_url = arguments.value("rules-url");
  options.statistics = arguments.has("statistics");
  const auto today = day_of_checking(arguments);
  if (!today) return tl::unexpected<Error>(today.error());
  options.today = *today;
  auto rules = selection(arguments);
  if (!rules) return tl::unexpected<Error>(rules.error());
  options.rules = std::move(*rules);
  if (auto ok = check_flags(arguments, options.format); !ok)
    return tl::unexpected<Error>(ok.error());
  return options;
}

}  // namespace attune
