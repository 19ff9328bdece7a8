// SPDX-License-Identifier: Apache-2.0
#pragma once

// What one round of listening hands to the next. It holds names of topics, brands, sources and
// columns, and keywords, which are shown anyway; of texts it holds hashes alone.

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "attune/round.h"

namespace attune {

/// What an earlier answer says that a comparison needs.
struct EarlierRound {
  std::vector<std::string> files;
  std::string from, to;
  Unit unit = Unit::messages;
  std::uint64_t units = 0;
  std::uint64_t negative = 0;         ///< Units that read as negative.
  std::optional<RoundOrigin> origin;  ///< Older answers do not hold it.
  std::vector<TopicPrint> problems;
  /// Hash of a word → units that used it; words of fewer than ten are not in it.
  std::unordered_map<std::uint64_t, std::uint32_t> common_words;
};

}  // namespace attune
