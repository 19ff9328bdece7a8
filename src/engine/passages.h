// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is themed: for each message, the words that struggle (or need, or praise), with enough
// around them to tell what they are about.
//
// A short message is one passage: all of it but the clauses that only do the opposite, since
// "lovely bowl, shame about the courier" must not bring couriers into the praise. A long one gives
// a passage for each run of neighbouring clauses. Words that only judge ("worst app ever") say how,
// not what: such a passage is no topic and is left out.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/corpus.h"

namespace attune {

struct Passage {
  std::uint32_t message = 0;
  std::vector<std::uint32_t> clauses;  ///< Of the kind asked for, ascending.
  std::string
      text;   ///< What is themed: the message's bytes, personal data and other things blanked.
  Span span;  ///< What is quoted: the run of clauses around the surest one.
};

/// In order of the messages. Brands' own names do not make a passage say something.
[[nodiscard]] std::vector<Passage> passages_of(const Corpus& corpus, Kind kind);

}  // namespace attune
