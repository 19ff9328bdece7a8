// SPDX-License-Identifier: Apache-2.0
#pragma once

// Runs another program and takes what it prints. No shell reads the words: each is an argument as
// it stands.

#include <cstddef>
#include <string>
#include <vector>

#include "attune/result.h"

namespace attune {

struct ProgramResult {
  int status = 0;      ///< Its exit status; 128 and the number of the signal that ended it.
  std::string output;  ///< Its standard output.
  std::string errors;  ///< The first 4 kB of its standard error.
};

/// Runs words[0], looked for in $PATH, with an empty standard input, in our environment but for
/// variables whose names are in `without`. Refuses (unavailable) a program that is not there, and
/// (bad_input) one that prints over `most_bytes`, which is ended.
[[nodiscard]] Result<ProgramResult> run_program(const std::vector<std::string>& words,
                                                const std::vector<std::string>& without,
                                                std::size_t most_bytes);

}  // namespace attune
