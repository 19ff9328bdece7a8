// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two listening rounds, and what one hands to the next.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "attune/interval.h"

namespace attune {

/// What became of a problem since the round before. Decided in measure/compare.h.
enum class Turn : std::uint8_t {
  better,
  worse,
  fresh,      ///< "New": hardly anybody spoke of it before.
  solved,     ///< Hardly anybody speaks of it any more.
  unchanged,  ///< The interval rules out any change that would matter.
  unclear,    ///< Too few people to say.
};
/// As they stand in the JSON, in the order of Turn.
inline constexpr std::array<std::string_view, 6> kTurnNames = {"better", "worse",     "new",
                                                               "solved", "unchanged", "unclear"};
/// Worse or new.
[[nodiscard]] constexpr bool for_the_worse(Turn turn) {
  return turn == Turn::worse || turn == Turn::fresh;
}
/// Better or solved.
[[nodiscard]] constexpr bool for_the_better(Turn turn) {
  return turn == Turn::better || turn == Turn::solved;
}
/// It clearly is not what it was.
[[nodiscard]] constexpr bool has_moved(Turn turn) {
  return for_the_worse(turn) || for_the_better(turn);
}

/// One problem in two rounds, counted in each as the round itself shows it; one that is gone is
/// counted now by its words. A new problem has no `before` (`of` is 0): nobody counted it then.
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

/// Where the messages of a round are from: what a change of a share may be a change of, beside what
/// people say.
struct RoundOrigin {
  using Mix = std::vector<std::pair<std::string, double>>;
  /// Name → share of the messages that count, of at least ten messages each; most first.
  Mix brands, sources;
  double other_languages = 0;        ///< Share of messages that nobody here can read.
  std::vector<std::string> columns;  ///< "text=review" per field and column, ascending.
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
