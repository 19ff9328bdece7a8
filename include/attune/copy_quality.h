// SPDX-License-Identifier: Apache-2.0
#pragma once

// How often the checks of copy are right, counted on labelled lines.

#include <cstdint>
#include <map>
#include <string>

#include "attune/interval.h"

namespace attune {

/// What came of one rule's warnings and errors.
struct RuleRecord {
  std::uint64_t named = 0;    ///< On lines that press in the way it names.
  std::uint64_t pressed = 0;  ///< On lines that press in another way.
  std::uint64_t wrong = 0;    ///< On honest lines.

  [[nodiscard]] std::uint64_t findings() const { return named + pressed + wrong; }
};

struct CopyQuality {
  Share warned;                             ///< Of honest lines: with a warning or an error.
  Share scored;                             ///< Of honest lines: `manipulation_p` of .5 or more.
  Share found;                              ///< Of pressing lines: with a warning or an error.
  Share named;                              ///< … one of which names the right kind.
  std::map<std::string, RuleRecord> rules;  ///< Of rules that spoke.
};

}  // namespace attune
