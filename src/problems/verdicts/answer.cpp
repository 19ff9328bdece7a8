// SPDX-License-Identifier: Apache-2.0
#include "problems/verdicts/answer.h"

#include <algorithm>

namespace attune::problems {

namespace {

constexpr std::size_t kMostKey = 2;
constexpr double kMost = 2.0 / 3;    // Share of the content that is surely exceeded.
constexpr double kSmallReach = 0.1;  // Of the largest problem beside it, at most.

/// How many problems share the place of the one at `rank`, itself among them.
std::size_t tied_with(const std::vector<std::vector<std::uint32_t>>& ties, std::uint32_t rank) {
  for (const std::vector<std::uint32_t>& tie : ties) {
    if (std::find(tie.begin(), tie.end(), rank) != tie.end()) return tie.size();
  }
  return 1;
}

bool mostly_content(const Explanation& explanation) {
  return explanation.content.interval.low >= kMost &&
         std::all_of(explanation.problems.begin(), explanation.problems.end(),
                     [](const Topic& problem) { return problem.reach.value() <= kSmallReach; });
}

Answer without_problems(const Explanation& explanation) {
  if (!explanation.praise.empty()) return Answer::only_praise;
  return explanation.needs.empty() ? Answer::nothing : Answer::no_problem;
}

}  // namespace

std::size_t key_problems(const std::vector<std::vector<std::uint32_t>>& ties, std::size_t confirmed,
                         std::size_t named) {
  std::size_t key = kMostKey;
  if (tied_with(ties, 1) > 2) key = 0;
  if (tied_with(ties, 1) == 1 && tied_with(ties, 2) > 1) key = 1;
  return std::min({key, confirmed, named});
}

Answer answer_of(const Explanation& explanation) {
  if (explanation.counted == 0)
    return explanation.unread > 0 ? Answer::unread : Answer::no_messages;
  if (explanation.counted < kFewestRanked) return Answer::too_few;
  if (mostly_content(explanation)) return Answer::mostly_content;
  if (explanation.problems.empty()) return without_problems(explanation);
  if (explanation.key_problems == kMostKey) return Answer::both_stand_out;
  if (explanation.key_problems == 1)
    return explanation.problems.size() == 1 ? Answer::only_one : Answer::first_stands_out;
  return tied_with(explanation.ties, 1) > 2 ? Answer::too_close : Answer::open;
}

}  // namespace attune::problems
