// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "attune/explanation.h"

namespace attune {

struct TerminalOptions {
  bool colour = false;
  std::size_t columns = 80;
};

/// The answer in under a screen (about 40 lines): what was read, the one or two problems with their
/// reach, feelings, reasons and a sentence each, then what else people say. Plain English;
/// customers' words cannot command the terminal.
[[nodiscard]] std::string explanation_terminal(const Explanation& explanation,
                                               const TerminalOptions& options);

}  // namespace attune
