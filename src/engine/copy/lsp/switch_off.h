// SPDX-License-Identifier: Apache-2.0
#pragma once

// The comment that switches a rule off for one line, in the syntax of the file, at a place where
// it changes nothing of what is sent.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace attune::lsp {

struct Insertion {
  std::size_t at = 0;
  std::string words;
};

/// Switches `rule` off on the line where byte `at` of `text` stands, by a comment behind its words:
/// a line of its own would be sent by many templates, and cut a paragraph of Markdown in two. The
/// ending of `name` tells the syntax. None where no comment is one: in plain text, and where the
/// line ends within a tag, a placeholder, a comment, a title or front matter.
[[nodiscard]] std::optional<Insertion> switch_off(std::string_view text, std::string_view name,
                                                  std::string_view rule, std::size_t at);

}  // namespace attune::lsp
