// SPDX-License-Identifier: Apache-2.0
#pragma once

// One listening round beside the one before: what got better, what got worse, what is new, what was
// solved. The earlier round is known from its own answer (`attune explain --json`) alone; no text
// of it is needed.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attune/explanation.h"
#include "attune/result.h"
#include "engine/prints.h"

namespace attune {

/// What an earlier answer says that a comparison needs.
struct EarlierRound {
  std::vector<std::string> files;
  std::string from, to;
  Unit unit = Unit::messages;
  std::uint64_t units = 0;
  std::uint64_t negative = 0;  ///< Units that read as negative.
  std::vector<TopicPrint> problems;
  /// Hash of a word → units that used it; words of fewer than ten are not in it.
  std::unordered_map<std::uint64_t, std::uint32_t> common_words;
};

/// Reads the JSON that `explain --json` wrote. Refuses, in one sentence, what is no such answer,
/// and one of a version that did not yet say what a later round needs. bad_input.
[[nodiscard]] Result<EarlierRound> parse_round(std::string_view json);

/// The same from a file; the fault's message begins with its path.
[[nodiscard]] Result<EarlierRound> read_round(const std::string& path);

/// Each earlier problem is counted in both rounds by the words of its print, and linked to the
/// problem of now that it is most like. A problem of now is new only if it is like no earlier one
/// and its words were at most half as common. `words`: of the passages of now.
[[nodiscard]] RoundComparison compare_with(const EarlierRound& before, const Explanation& now,
                                           const PassageWords& words);

}  // namespace attune
