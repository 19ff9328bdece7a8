// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two listening rounds, one after the other: what got better, what got worse, what is new, what was
// solved? Difference of two independent shares with Newcombe's (1998) hybrid score interval (his
// method 10), a p-value by Fisher's exact test (mid-p), and Benjamini–Hochberg over all themes.

#include <cstdint>
#include <span>
#include <vector>

#include "attune/interval.h"
#include "attune/round.h"

namespace attune {

/// Newcombe's (1998, method 10) 95 % interval for (new share − old share). [-1, 1] where either
/// round is empty.
[[nodiscard]] Interval difference_interval(double old_count, double old_of, double new_count,
                                           double new_of);

/// Mid-p of Fisher's (1935) exact test that the two shares are equal, two-sided (sum over tables at
/// most as likely as the one seen, half of those equally likely). 1 where either round is empty.
[[nodiscard]] double same_share_p(std::uint64_t old_count, std::uint64_t old_of,
                                  std::uint64_t new_count, std::uint64_t new_of);

/// One theme in both rounds: people who speak of it, of all people read.
struct RoundPair {
  std::uint64_t old_count = 0, old_of = 0;
  std::uint64_t new_count = 0, new_of = 0;
};

struct RoundOptions {
  bool more_is_worse = true;        ///< Problems and needs; false for praise.
  double false_discoveries = 0.05;  ///< Over all pairs given.
  /// A difference matters from here on: the larger of this share of all people …
  double smallest_points = 0.01;
  /// … and this part of the old share.
  double smallest_part = 0.25;
  /// "Hardly anybody": at most this part of the other round's share.
  double hardly = 0.1;
};

struct RoundChange {
  double difference = 0;  ///< New share − old share, in [-1, 1]; 0.02 is "2 points".
  Interval interval{-1, 1};
  double p = 1, q = 1;
  Turn turn = Turn::unclear;
};

/// One answer per pair, parallel to `pairs`. A theme that only one round has comes with count 0 in
/// the other (and that round's `of`).
[[nodiscard]] std::vector<RoundChange> compare_rounds(std::span<const RoundPair> pairs,
                                                      const RoundOptions& options);

}  // namespace attune
