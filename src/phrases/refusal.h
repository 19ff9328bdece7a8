// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sentence with which a file of phrases is refused: what is wrong, at which words, what to do.
// The file and its line are put before it on the way up (reader.cpp).

#include <string>
#include <string_view>

#include "attune/result.h"

namespace attune::phrases {

/// "no set '<x>': define it above, as in set x = a b".
[[nodiscard]] inline tl::unexpected<Error> refuse(std::string_view what, std::string_view where,
                                                  std::string_view cure) {
  constexpr std::size_t kMost = 60;  // Of the words at fault: enough to find them in the line.
  std::string quoted(where.substr(0, kMost));
  if (where.size() > kMost) quoted += "…";
  return fail(Fault::bad_input, std::string(what) + " '" + quoted + "': " + std::string(cure));
}

}  // namespace attune::phrases
