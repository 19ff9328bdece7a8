// SPDX-License-Identifier: Apache-2.0
#pragma once

// From feedback files to the one or two key problems: the only place that knows the order of the
// rooms.

#include <span>
#include <string>

#include "attune/earlier_round.h"
#include "attune/explanation.h"
#include "attune/result.h"
#include "engine/models.h"
#include "engine/read_corpus.h"
#include "problems/topics.h"

namespace attune {

struct ExplainOptions {
  CorpusOptions corpus;
  std::uint64_t seed = 1;
  std::size_t top = 8;                   ///< Problems, needs and praise shown, each at most.
  bool show_personal = false;            ///< Quotes unmasked.
  const EarlierRound* before = nullptr;  ///< To compare with; borrowed, null: none.
};

struct Explained {
  Explanation explanation;
  problems::ClauseTopics problems, needs, praise;
};

/// The explanation of a corpus that has been read. Total.
[[nodiscard]] Explained explain(const problems::Corpus& corpus, const Models& models,
                                const ExplainOptions& options, const Pool& pool);

}  // namespace attune
