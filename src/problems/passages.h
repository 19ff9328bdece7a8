// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is themed: for each message, the words that struggle (or need, or praise), with enough
// around them to tell what they are about.
//
// A short message is one passage: all of it but the clauses that only do the opposite, since
// "lovely bowl, shame about the courier" must not bring couriers into the praise. A long one gives
// a passage for each run of neighbouring clauses; so do needs, since what is asked for stands in
// the clause itself. A death or an illness in somebody's life is theirs: the words of a care sign
// are blanked, so that no problem is named by them. Words that only judge ("worst app ever") say
// how, not what: they are blanked, and a passage of nothing else is no topic.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "problems/content_words.h"
#include "problems/corpus.h"

namespace attune::problems {

struct Passage {
  std::uint32_t message = 0;
  std::vector<std::uint32_t> clauses;  ///< Of the kind asked for, ascending.
  std::string
      text;   ///< What is themed: the message's bytes, personal data and other things blanked.
  Span span;  ///< What is quoted: the run of clauses around the surest one.
};

/// All of a short message, without the white space around it; nothing of a longer one, of which
/// what is meant is quoted.
[[nodiscard]] std::optional<Span> quoted_whole(const CorpusMessage& message);

/// In order of the messages.
[[nodiscard]] std::vector<Passage> passages_of(const Corpus& corpus, Kind kind, Judging& judging);

}  // namespace attune::problems
