// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was taken in, what was refused, and what was assumed while reading.

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "attune/mapping.h"

namespace attune {

/// What was guessed, and the words to say it.
struct Assumption {
  std::string what;  ///< "text", "time", "person", "dates", "encoding" …
  std::string said;  ///< One sentence for a person.
  double confidence = 1;
};

struct Intake {
  std::uint64_t read = 0;  ///< Records: used + rejected.
  std::uint64_t used = 0;  ///< Among them the duplicates, which were not given to the sink.
  std::uint64_t rejected = 0;
  std::uint64_t duplicates = 0;
  std::vector<Assumption> assumed;
  std::vector<std::string> warnings;       ///< Sentences for a person.
  std::vector<std::string> files;          ///< Names without directories, as in ids.
  std::vector<Mapping> mappings;           ///< Per file: how it was read.
  std::vector<std::string> rejects_files;  ///< Paths of those that were written.
  /// hash64() of each person value that holds over 1 % of 1,000 or more messages: nobody is so
  /// talkative, so it stands for many (a form, a shared account) and is to be taken as unknown.
  std::unordered_set<std::uint64_t> loud_persons;
};

}  // namespace attune
