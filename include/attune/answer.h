// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was found, in one word.

#include <array>
#include <cstdint>
#include <string_view>

namespace attune {

/// Decided in problems/verdicts/answer.h.
enum class Answer : std::uint8_t {
  no_problem,        ///< None is shared by enough, though needs are.
  nothing,           ///< No problem, need or praise is.
  only_praise,       ///< No problem is, but there is praise.
  no_messages,       ///< There is nothing to read,
  unread,            ///< or nothing in a language that is read,
  too_few,           ///< or too little to rank anything.
  both_stand_out,    ///< The first two problems do, from all others.
  only_one,          ///< One problem was found.
  first_stands_out,  ///< What comes second is open.
  too_close,         ///< Three or more could be the first: Explanation::ties holds them.
  open,              ///< Grouped anew, the same messages put others first.
  mostly_content,    ///< Nearly all are content, and no problem reaches many.
};
/// As they stand in the JSON, in the order of Answer.
inline constexpr std::array<std::string_view, 12> kAnswerNames = {
    "no-problem",     "nothing",  "only-praise",      "no-messages", "unread", "too-few",
    "both-stand-out", "only-one", "first-stands-out", "too-close",   "open",   "mostly-content"};

/// There is little to say, and a note says so in place of problems.
[[nodiscard]] constexpr bool says_little(Answer answer) {
  return answer >= Answer::nothing && answer <= Answer::too_few;
}

}  // namespace attune
