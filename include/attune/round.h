// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two listening rounds, and what one hands to the next.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "attune/interval.h"

namespace attune {

/// What became of a problem since the round before.
enum class Turn : std::uint8_t { better, worse, fresh, solved, unchanged, unclear };

/// One problem in two rounds, counted in both by the words of the earlier one. A new problem has no
/// `before` (`of` is 0): nobody counted it then.
struct TopicChange {
  std::string name;         ///< As people say it now (or said it, if it is gone).
  std::string theme;        ///< Its id now, or empty.
  std::string name_before;  ///< Or empty.
  std::string theme_before;
  Share before, now;
  double difference = 0;  ///< Share now minus share before; 0.02 is two points.
  Interval interval{-1, 1};
  Turn turn = Turn::unclear;
};

/// This round beside the one before.
struct RoundComparison {
  bool known = false;              ///< False: no earlier round was given.
  std::vector<std::string> files;  ///< Of the earlier round.
  std::string from, to;            ///< Its period; empty without dates.
  Unit unit = Unit::messages;
  std::uint64_t units = 0;
  TopicChange negative;               ///< Units that read as negative.
  std::vector<TopicChange> problems;  ///< Worse and new first, then better and solved, then others.
};

/// What a later round needs in order to know a topic again: no texts, only hashes.
struct TopicPrint {
  std::string theme;
  std::string name;
  std::vector<std::string> keywords;
  std::uint64_t count = 0;                             ///< Units that speak of it, of all units.
  std::vector<std::pair<std::uint64_t, float>> terms;  ///< Hash of a word → weight, heaviest first.
  float least = 1;                      ///< How much of the terms a passage must say to count,
  std::uint64_t by_words = 0;           ///< and the units that then count.
  std::vector<std::uint64_t> messages;  ///< The smallest hashes of its messages (a MinHash sketch).
};

}  // namespace attune
