// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whom a person should read first: every message that shows a sign of a hard time. Nobody is left
// out, whatever the size of the file, and a message in another language counts too.

#include <vector>

#include "attune/care_message.h"
#include "problems/corpus.h"

namespace attune::problems {

/// All messages with a care sign that no company wrote: those with a certain sign of danger
/// (CareMessage::danger) first, then the newest, undated ones last; in file order among equals. The
/// passage is the whole message where it is short; else the words around its most pressing sign
/// (certain danger, else the surest).
[[nodiscard]] std::vector<CareMessage> care_messages(const Corpus& corpus, bool show_personal);

}  // namespace attune::problems
