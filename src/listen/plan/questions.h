// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the words above a column ask people for. "What did you like?" is answered by what is good
// and "Cons" by what is bad, however the answer itself reads ("price"), so whoever looks for
// problems has to know. In the languages of header_words.h.

#include <string_view>

#include "attune/message.h"

namespace attune {

/// By the column's name, or the question that a survey tool wrote above it. A name that asks for
/// good and bad things alike ("Likes and dislikes"), or whether somebody would like something, asks
/// for anything. O(bytes); names over 400 bytes are not looked at.
[[nodiscard]] Asked asked_by(std::string_view name);

/// The rest of "`Pros` asks …": what is asked for, and how the answers are read because of it.
/// Empty for Asked::anything.
[[nodiscard]] std::string_view answers_words(Asked asked);

}  // namespace attune
