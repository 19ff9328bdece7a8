// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is wrong with the comments that switch rules off: no reason, a name that no rule has, or
// nothing there that it switched off.

#include <string>
#include <vector>

#include "attune/span.h"
#include "lint/rules.h"
#include "lint/suppress.h"

namespace attune {

struct CommentFault {
  const Rule* rule = nullptr;  ///< Of the kind "suppression".
  Span span;                   ///< Of the comment or the name, in the file.
  std::string more;            ///< What stands behind the rule's message.
};

/// The faults of a file's comments by their places, once all of the file was checked. `all_heard`:
/// no rule was left out of the run, so that what switched nothing off is of no use.
[[nodiscard]] std::vector<CommentFault> comment_faults(const Suppressions& comments,
                                                       const Rules& rules, bool all_heard);

}  // namespace attune
