// SPDX-License-Identifier: Apache-2.0
#pragma once

// The head of a page or a mail: YAML between two lines of dashes, or TOML between two of pluses.
//
//   ---
//   subject: Your order is on its way
//   layout: base
//   ---

#include <string_view>

#include "lint/prose/copy_keys.h"
#include "lint/values/value.h"

namespace attune {

struct FrontMatter {
  std::size_t begin = 0;  ///< Of the first line between the marks.
  std::size_t end = 0;    ///< Behind the last of them.
  std::size_t body = 0;   ///< Where the page begins; 0: there is no front matter.
  bool yaml = true;       ///< Or TOML.
};

/// The front matter that begins at `from`. Only what looks like keys and values counts: two rules
/// around a sentence are none.
[[nodiscard]] FrontMatter find_front_matter(std::string_view source, std::size_t from);

/// Calls `sink` for the values in it that are copy. What is no YAML (a placeholder without quotes)
/// is read line by line.
void read_front_matter(std::string_view source, const FrontMatter& found, const CopyKeys& keys,
                       const ValueSink& sink);

}  // namespace attune
