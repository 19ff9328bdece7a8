// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads one expression into all ways to match it.
//
//   ( i | we ) <be>? still ~2 waiting|stuck $
//
// Tokens stand in order. `a|b*|<set>|%num` is one token of a class; `( … | … )` holds longer ways;
// `?` right behind a class, a group or a macro: it may be absent; `~3`: up to three tokens of the
// sentence may lie between what stands before and what comes next, whatever is absent; `^` and `$`,
// `%clause-begins` and `%clause-ends`: borders. docs/phrases.md tells it to writers.

#include <string_view>
#include <vector>

#include "attune/result.h"
#include "phrases/book.h"
#include "phrases/words.h"

namespace attune::phrases {

/// The phrases of `expression` (their `line` is 0). Never empty. A way that no text can match (a
/// word before `^`) is left out. Refuses what it does not understand, and an expression that can
/// match no token at all.
[[nodiscard]] Result<std::vector<Wording>> read_expression(std::string_view expression,
                                                           Words& words);

}  // namespace attune::phrases
