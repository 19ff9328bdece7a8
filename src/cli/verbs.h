// SPDX-License-Identifier: Apache-2.0
#pragma once

// One table declares every verb and flag. Parsing, `--help` and docs/commands.md come from it, so
// that nothing can be undocumented.

#include <span>
#include <string_view>

namespace attune {

/// What a flag's value is to the disk. Every flag says it, so that no output can destroy an input.
enum class Takes {
  nothing,    ///< A switch.
  words,      ///< A number, a name, a column …
  input,      ///< A file or folder that is read. No output may replace it.
  stream,     ///< The same, or - for standard input.
  renewable,  ///< Is read too, but an output may put its next version there; the verb sees to it.
  output,     ///< A file that is written.
  spare,      ///< A file that is written if need be; where it cannot be, a warning says so.
};

struct Flag {
  std::string_view name;  ///< Without the dashes.
  Takes takes;
  std::string_view value;  ///< What it takes ("PATH"), or "" for a switch.
  std::string_view help;   ///< One sentence.
  bool repeats = false;    ///< May be given more than once.
};

class Arguments;

struct Verb {
  std::string_view name;
  std::string_view files;    ///< What stands after the flags ("FILE…"), or "".
  std::string_view summary;  ///< One sentence.
  std::string_view detail;   ///< A paragraph for --help and the docs.
  std::string_view example;
  std::span<const Flag> flags;
  int (*run)(const Arguments& arguments);  ///< Gives the exit status.
};

/// All verbs, in the order in which people meet them.
[[nodiscard]] std::span<const Verb> verbs();

int run_explain(const Arguments& arguments);
int run_understand(const Arguments& arguments);
int run_themes(const Arguments& arguments);
int run_lint(const Arguments& arguments);
int run_train(const Arguments& arguments);
int run_eval(const Arguments& arguments);
int run_eval_copy(const Arguments& arguments);
int run_eval_names(const Arguments& arguments);
int run_bench(const Arguments& arguments);

}  // namespace attune
