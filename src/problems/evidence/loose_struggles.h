// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who complains of what few others do, or without saying of what: complaints that share no topic.
// They are counted and can be read, but are no problem and have no name.

#include "attune/loose_struggles.h"
#include "problems/corpus.h"
#include "problems/topics.h"

namespace attune::problems {

/// Units that struggle and of none of whose messages a topic was found; a sentence of each, at most
/// `most`, in order of the messages.
[[nodiscard]] LooseStruggles loose_struggles(const Corpus& corpus, const ClauseTopics& topics,
                                             std::size_t most, bool show_personal);

}  // namespace attune::problems
