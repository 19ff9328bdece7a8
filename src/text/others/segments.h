// SPDX-License-Identifier: Apache-2.0
#pragma once

// Cuts a text where words of others may begin: at each line, and inside a line before each phrase
// that mail programs and shops put there, since exports often fold a mail into one line.

#include <optional>
#include <string_view>
#include <vector>

#include "attune/span.h"
#include "text/others/mail_phrases.h"

namespace attune {

struct Segment {
  Span span;                          ///< Without white space around; never empty.
  std::optional<FoundPhrase> phrase;  ///< The phrase that it begins with.
  bool begins_line = false;
  bool after_blank = false;     ///< An empty line stands before it.
  bool after_sentence = false;  ///< Inside a line: what stands before it has ended.
  bool quoted = false;          ///< Begins with ">".
};

/// In order; `out` is overwritten. Linear.
void cut_segments(std::string_view text, std::vector<Segment>& out);

}  // namespace attune
