// SPDX-License-Identifier: Apache-2.0
#pragma once

// What listen and text give, as JSON Lines: values that no answer shows whole.

#include "attune/message.h"
#include "base/json_out.h"
#include "listen/listen.h"
#include "text/pii/pii.h"
#include "text/tokens.h"

namespace attune {

/// Every field of the message, on one line.
void message_values(JsonOut& out, const Message& message);

/// Counts, guesses, warnings and mappings, on one line; no path.
void intake_values(JsonOut& out, const Intake& intake);

/// Tokens, clauses, language and personal data of `text`, and the text masked, on one line.
/// `tokens` is scratch.
void text_values(JsonOut& out, std::string_view text, const PiiFinder& finder, Tokens& tokens);

}  // namespace attune
