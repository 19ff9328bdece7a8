// SPDX-License-Identifier: Apache-2.0
#pragma once

// A reason is a span in a clause: one person says why. A cause is a group of reasons: several
// people say the like of one topic.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "attune/explanation.h"
#include "problems/content_words.h"
#include "problems/corpus.h"

namespace attune::problems {

struct CauseOptions {
  std::size_t most = 3;  ///< Causes that are told of a topic.
  bool show_personal = false;
};

/// Groups the reasons given in `clauses` (indices into the corpus) for `topic` by shared words;
/// most people first. A reason that one person alone gives, or fewer than one in a hundred of the
/// topic's, that only says the topic again, or that runs over several sentences, is none.
[[nodiscard]] std::vector<Cause> causes_of(const Corpus& corpus, Judging& judging,
                                           const Topic& topic,
                                           const std::vector<std::uint32_t>& clauses,
                                           const CauseOptions& options);

}  // namespace attune::problems
