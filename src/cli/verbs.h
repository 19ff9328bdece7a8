// SPDX-License-Identifier: Apache-2.0
#pragma once

// One table declares every verb and flag. Parsing, `--help` and docs/commands.md come from it, so
// that nothing can be undocumented.

#include <span>
#include <string_view>

namespace attune {

struct Flag {
  std::string_view name;   ///< Without the dashes.
  std::string_view value;  ///< What it takes ("PATH"), or "" for a switch.
  std::string_view help;   ///< One sentence.
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
int run_eval_names(const Arguments& arguments);

}  // namespace attune
