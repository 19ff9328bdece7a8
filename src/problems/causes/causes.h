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
#include "text/concepts.h"

namespace attune::problems {

struct CauseOptions {
  std::size_t most = 3;  ///< Causes that are told of a topic.
  bool show_personal = false;
  const Concepts* concepts = nullptr;  ///< Words that mean the same; borrowed, null: none.
};

/// Groups the reasons given in `clauses` (indices into the corpus) for `topic` by shared words and
/// concepts; most people first. A reason that no connective marks, that one person alone gives, or
/// fewer than one in two hundred of the topic's, that only says the topic again, or explains
/// nothing (reason_words.h), is none.
[[nodiscard]] std::vector<Cause> causes_of(const Corpus& corpus, Judging& judging,
                                           const Topic& topic,
                                           const std::vector<std::uint32_t>& clauses,
                                           const CauseOptions& options);

}  // namespace attune::problems
