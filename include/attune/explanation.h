// SPDX-License-Identifier: Apache-2.0
#pragma once

// From a feedback file to the one or two problems worth solving. The answer of `attune explain`, as
// a value: `engine` makes it, `report` shows it. Counts are of people where people are known, else
// of messages (`unit` says which), and every number has the sentences behind it.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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
  Share reach;          ///< Units that speak of it, of all units read.
  double severity = 0;  ///< [0, 1]; problems only.
  double score = 0;     ///< reach.interval.low × severity × clipped trend; problems only.
  std::vector<EmotionShare> feelings;  ///< Strongest first.
  std::vector<Cause> causes;           ///< Most given first.
  double unexplained = 0;              ///< Share of its clauses that give no reason.
  Trend trend;
  std::vector<Quote> quotes;  ///< A few typical ones, one per person.
  std::vector<Quote>
      evidence;  ///< The sentences behind the number, one per unit, up to a stated cap.
};

/// One brand (or "all others", pooled) beside the rest.
struct Brand {
  std::string name;
  std::uint64_t units = 0;
  Share negative;  ///< Units whose messages read as negative on the whole.
  std::vector<std::pair<std::string, Share>>
      problems;  ///< Its share of the first problems, by name.
  bool pooled = false;
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

/// What was guessed, and the words to say it.
struct Assumption {
  std::string what;  ///< "text", "time", "person", "dates", "encoding" …
  std::string said;  ///< One sentence for a person.
  double confidence = 1;
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
  std::vector<std::vector<std::uint32_t>>
      ties;  ///< Groups of ranks that the data cannot tell apart.
  std::vector<Brand> brands;
  std::vector<OpenQuestion> questions_to_ask;
  Feelings feelings;
  std::vector<Quote> care;  ///< Messages that a person should read and answer soon.
  std::string note;  ///< Plain words where there is little to say ("fewer than 30 messages").
  std::string model_name, model_sha256;
};

}  // namespace attune
