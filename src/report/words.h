// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words in which attune speaks to people. Plain, exact, no jargon; one place for all reports.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/explanation.h"
#include "text/harmless.h"

namespace attune {

/// 12345 → "12,345".
[[nodiscard]] std::string count_words(std::uint64_t count);
/// "people" or "messages", singular for one.
[[nodiscard]] std::string_view unit_word(Unit unit, std::uint64_t count);
/// "people who mention it" or "messages that mention it".
[[nodiscard]] std::string_view mentioners(Unit unit);
/// "about 1 in 5", "about 4 in 10", "almost all", "fewer than 1 in 200", "no". `share` in [0, 1].
[[nodiscard]] std::string fraction_words(double share);
/// "about 1 in 5 people (17–24 %)".
[[nodiscard]] std::string share_words(const Share& share, Unit unit);
/// "17–24 %".
[[nodiscard]] std::string percent_words(const Interval& interval);
/// "21 %", or "0.4 %" where it is small.
[[nodiscard]] std::string percent_words(double share);
/// Days since 1970-01-01 of "2026-03-01", or nothing where it is no day that exists.
[[nodiscard]] std::optional<std::int64_t> day_number(std::string_view iso);
/// "1 March 2026" from "2026-03-01"; the text itself where it is no such date.
[[nodiscard]] std::string day_words(std::string_view iso);
/// "1 March to 31 August 2026", or "" without dates.
[[nodiscard]] std::string period_words(const Explanation& explanation);
/// "growing: 2.4 times as often in the later half, since about 8 June 2026", "steady", …
[[nodiscard]] std::string trend_words(const Trend& trend);
/// "better", "worse", "new", "solved", "unchanged", "unclear".
[[nodiscard]] std::string_view turn_word(Turn turn);
/// "from 5 % to 9 % (2 to 6 points more)"; "0 % before" and "0 % now" are said as such.
[[nodiscard]] std::string change_words(const TopicChange& change);
/// "rate 1.4 stars lower (1.1–1.7)", or "" where nothing is known or clear.
[[nodiscard]] std::string driver_words(const Association& driver, const RatingScale& scale);
/// "worth a look (11 of 20, estimated from text)".
[[nodiscard]] std::string opportunity_words(const TextOpportunity& opportunity);
/// The earlier round: "1 March to 30 April 2026", or its files.
[[nodiscard]] std::string earlier_words(const RoundComparison& comparison);
/// What is said in place of a number that is not shown, and why.
inline constexpr std::string_view kNotShown = "not shown";
[[nodiscard]] std::string why_not_shown(Unit unit);
/// In place of the size of a group that is not shown.
inline constexpr std::string_view kTooFewToShow = "fewer than 10";
static_assert(kFewestShown == 10);
/// "mild", "moderate", "serious" or "severe".
[[nodiscard]] std::string_view severity_word(SeverityGrade grade);
/// "“gift card”: 4 % of the sentences say at which step. Ask: …?"
[[nodiscard]] std::string question_words(const OpenQuestion& question);
/// "47 people (7 %) complain of what few others do, or do not say of what".
[[nodiscard]] std::string no_topic_words(const Explanation& explanation);
/// "annoyed", "let down", "worried" or "glad"; `feeling` is an index into kFeelingNames.
[[nodiscard]] std::string_view feeling_word(std::size_t feeling);
/// The groups of unpleasant feelings that a sentence about a problem tells, largest share first:
/// the largest, and those that are surely one in ten of its messages; at most `most`.
[[nodiscard]] std::vector<std::size_t> told_feelings(const FeelingShares& groups, std::size_t most);
/// "annoyed: about 8 in 10 of its 59 messages (66–88 %; 12 % unsure), in all about 5 in 10".
[[nodiscard]] std::string feeling_share_words(std::size_t feeling, const FeelingShare& share);
/// Those told of a problem in short: "annoyed: about 8 in 10 of 59 messages (66–91 %), in all 5 in
/// 10; worried: 3 in 10 (20–40 %), in all 1 in 10; 12 % unsure", or "".
[[nodiscard]] std::string feelings_in_short(const FeelingShares& groups, std::size_t most);
/// Those of the feelings that are to be named, in their order, at most `most`.
[[nodiscard]] std::vector<std::string_view> feeling_words(const std::vector<EmotionShare>& feelings,
                                                          std::size_t most);
inline constexpr std::size_t kMostFacets = 4;  ///< Shown below a problem.
/// "hold times (5 %), no reply (3 %)": the first kMostFacets below a problem, or "".
[[nodiscard]] std::string facet_words(const Topic& topic);
/// "a, b and c".
[[nodiscard]] std::string list_words(const std::vector<std::string>& items);
/// One sentence per group of ranks that the data cannot tell apart.
[[nodiscard]] std::vector<std::string> tie_words(const Explanation& explanation);
/// In plain words why there is little to say ("Only 12 messages …"), or "".
[[nodiscard]] std::string note_words(const Explanation& explanation);
/// How many of the first problems are shown at length: two, or the one there is; none beside a
/// note.
[[nodiscard]] std::size_t shown_in_full(const Explanation& explanation);
/// "a bereavement", "an illness" …: what a care sign reads as.
[[nodiscard]] std::string_view care_word(Care kind);
/// "row 301", with the file's name where several were read.
[[nodiscard]] std::string place_words(const CareMessage& message);
/// How many messages may come from somebody in danger; they stand first in Explanation::care.
[[nodiscard]] std::size_t in_danger(const Explanation& explanation);
/// "19 messages may come from somebody in a hard time; 2 may be in danger", without a full stop.
[[nodiscard]] std::string care_words(const Explanation& explanation);
inline constexpr std::size_t kDangerListed = 50;  ///< Rows named where somebody may be in danger.
/// "row 75, 12 and 9 and 70 more": where care[from, to) stand, `most` of them named.
[[nodiscard]] std::string care_rows(const Explanation& explanation, std::size_t from,
                                    std::size_t to, std::size_t most);
/// What was read: "Read 940 messages from 812 people, 1 March to 31 August 2026.", and what was
/// not.
[[nodiscard]] std::string read_words(const Explanation& explanation);
/// How severity is computed, for whoever asks.
[[nodiscard]] std::string severity_formula(Unit unit);

/// At most `most` characters, cut at a word, with "…" where something was cut. White space is
/// folded.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

}  // namespace attune
