// SPDX-License-Identifier: Apache-2.0
#pragma once

// From a feedback file to the one or two problems worth solving. The answer of `attune explain`, as
// a value: `engine` makes it, `report` shows it. Counts are of people where people are known, else
// of messages (`unit` says which), and every number has the sentences behind it.

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "attune/intake.h"
#include "attune/reading.h"
#include "attune/theme.h"

namespace attune {

enum class Unit : std::uint8_t { people, messages };

/// A 95 % interval.
struct Interval {
  double low = 0;
  double high = 0;
};

/// `count` of `of` units; `interval` is Wilson's (1927) for the share.
struct Share {
  std::uint64_t count = 0;
  std::uint64_t of = 0;
  Interval interval;
  [[nodiscard]] double value() const {
    return of == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(of);
  }
};

/// One stretch of time: `count` of `of` units that wrote in it.
struct Bucket {
  std::string from;  ///< First day, "2026-03-01".
  std::uint64_t count = 0;
  std::uint64_t of = 0;
};

/// Later half against earlier half, exposure-adjusted.
struct Trend {
  double ratio = 1;  ///< > 1: growing.
  Interval interval{1, 1};
  std::string since;         ///< First day of the rise, or empty.
  bool significant = false;  ///< After correction for all problems looked at.
  bool known = false;        ///< False without dates, or with too few.
  std::vector<Bucket> buckets;
};

/// A reason that customers give, in their words.
struct Cause {
  Quote quote;
  std::uint64_t people = 0;  ///< Who give a reason like this one.
};

struct EmotionShare {
  std::size_t emotion = 0;  ///< Index into kEmotions.
  double share = 0;         ///< Mean calibrated probability over the problem's clauses' messages.
  double lift = 1;          ///< `share` over that of all messages; > 1: stands out.
};

/// What goes along with a problem: the rating, or how pleasant the last message reads, of people
/// who speak of it against those who do not, all other problems equal. Associated with, never
/// caused by.
struct Association {
  bool known = false;
  bool rating = false;   ///< Of a rating, in its own points; else of valence, [-1, 1].
  double effect = 0;     ///< < 0: lower.
  Interval interval;     ///< Of `effect`.
  double share = 0;      ///< Part of the explained variance that goes along with it, [0, 1].
  std::uint64_t of = 0;  ///< Units that the figure rests on.
};

/// Why a problem stands where it does: the score is the product of the four.
struct Priority {
  double reach = 0;     ///< Lower end of the interval of its share.
  double severity = 0;  ///< [0, 1].
  double trend = 1;     ///< [0.5, 2]; 1 where nothing is known.
  double driver = 1;    ///< [1, 2]; 1 where nothing is known.
};

/// Ulwick's (2005) opportunity of a need, estimated from text alone; a survey's numbers are better.
struct TextOpportunity {
  double importance = 0;    ///< 0 … 10.
  double satisfaction = 0;  ///< 0 … 10.
  double score = 0;         ///< 0 … 20; above 10 worth a look, above 15 strong.
};

/// A problem, a need or a thing people praise: one theme, ranked.
struct Topic {
  std::uint32_t rank = 0;      ///< 1-based.
  std::uint32_t rank_low = 0;  ///< Best and worst rank that the data allow (95 %).
  std::uint32_t rank_high = 0;
  std::string theme;  ///< Theme id.
  std::string name;
  std::vector<std::string> keywords;
  std::uint64_t messages = 0;
  Share reach;                                 ///< Units that speak of it, of all units read.
  double severity = 0;                         ///< [0, 1]; problems only.
  double score = 0;                            ///< Product of `priority`; problems only.
  Priority priority;                           ///< Problems only.
  Association driver;                          ///< Problems only.
  std::optional<TextOpportunity> opportunity;  ///< Needs only.
  std::vector<EmotionShare> feelings;          ///< Those that stand out first.
  std::vector<Cause> causes;                   ///< Most given first.
  double unexplained = 0;                      ///< Share of its clauses that give no reason.
  Trend trend;
  std::vector<Quote> quotes;  ///< A few typical ones, one per person.
  std::vector<Quote>
      evidence;  ///< The sentences behind the number, one per unit, up to a stated cap.
};

/// A share of one group of people. Too few to show without pointing at somebody: `hidden`, and
/// then there is no number.
struct CohortCell {
  Share share;
  bool hidden = false;         ///< Fewer than ten people, or one that would give such a cell away.
  Interval difference{-1, 1};  ///< Its share minus that of all other groups, 95 %.
  bool differs = false;        ///< From the others, after correction for all cells looked at.
};

/// One group (a brand, a channel, a version; or "all others", pooled) beside the rest.
struct Cohort {
  std::string name;
  std::uint64_t units = 0;
  bool hidden = false;  ///< Fewer than ten people: nothing is said about them.
  bool pooled = false;
  CohortCell negative;  ///< Units whose messages read as negative on the whole.
  std::vector<std::pair<std::string, CohortCell>> problems;  ///< The first problems, by name.
};

/// Groups of people by one column.
struct Cohorts {
  std::string by;  ///< "brand", "channel", or the column's name; empty: not asked for.
  std::vector<Cohort> groups;
};

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

/// How the feelings of all messages ran over time. `shares[i]` belongs to `emotions[i]`.
struct FeelingPoint {
  std::string from;  ///< First day of the bucket.
  std::uint64_t messages = 0;
  std::vector<double> shares;
};
struct Feelings {
  std::vector<std::size_t> emotions;  ///< Those shown, as indices into kEmotions.
  std::vector<FeelingPoint> points;
  std::vector<EmotionShare> overall;  ///< All 28, strongest first.
  Share negative, neutral, positive;  ///< Units by the sentiment of what they wrote.
};

/// Something to ask customers next, because the data do not say it.
struct OpenQuestion {
  std::string text;
  std::string theme;
};

/// Words that show a hard time.
struct CareWords {
  Care kind = Care::bereavement;
  Span span;         ///< In the message's original text.
  std::string text;  ///< Those bytes, personal data masked unless asked otherwise.
  float p = 0;
};

/// A message that a person should read and answer soon, and why.
struct CareMessage {
  Quote passage;                 ///< The words around its most pressing sign.
  std::vector<CareWords> signs;  ///< In order of the text; never empty.
  std::string date;              ///< "2026-03-01"; empty without a date.
  std::string file;              ///< Its file, where several were given; else empty.
  [[nodiscard]] bool danger() const {
    return std::any_of(signs.begin(), signs.end(),
                       [](const CareWords& sign) { return sign.kind == Care::crisis; });
  }
};

struct Explanation {
  std::vector<std::string> files;  ///< Names without directories.
  std::uint64_t read = 0, used = 0, rejected = 0, duplicates = 0, unread = 0;
  Unit unit = Unit::messages;
  std::uint64_t people = 0;  ///< Known persons; 0 where the unit is messages.
  std::uint64_t units = 0;   ///< Denominator of every share.
  std::string from, to;      ///< Period, "2026-03-01"; empty without dates.
  std::vector<Assumption> assumed;
  std::vector<Topic> problems, needs, praise;
  /// How many of the first problems stand out from the rest, 0 to 2, when people, labels and the
  /// grouping are drawn again.
  std::size_t key_problems = 0;
  std::vector<std::vector<std::uint32_t>>
      ties;  ///< Groups of ranks that the data cannot tell apart.
  std::vector<Cohort> brands;
  Cohorts cohorts;  ///< By the column asked for.
  RoundComparison compared_with;
  std::vector<TopicPrint> prints;  ///< Of all problems found, shown or not.
  Interval rating_scale{0, 0};     ///< Lowest and highest rating given; both 0 without ratings.
  std::vector<OpenQuestion> questions_to_ask;
  Feelings feelings;
  /// Every message with a sign of a hard time: danger first, then newest first, undated last.
  std::vector<CareMessage> care;
  std::string note;  ///< Plain words where there is little to say ("fewer than 30 messages").
  std::string model_name, model_sha256;
  /// Hash of a word → units that use it where they struggle, at least ten of them; by hash.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> common_words;
};

}  // namespace attune
