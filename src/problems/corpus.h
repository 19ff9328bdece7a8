// SPDX-License-Identifier: Apache-2.0
#pragma once

// All messages of the files given, understood: what every answer is computed from.
// Only what an answer needs is kept; a clause that says nothing of use is not.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/care.h"
#include "attune/intake.h"
#include "attune/interval.h"
#include "attune/left_out.h"
#include "attune/message.h"
#include "attune/reading.h"
#include "attune/result.h"
#include "attune/theme.h"

namespace attune::problems {

inline constexpr std::uint32_t kNobody = 0xFFFFFFFF;
inline constexpr std::int32_t kNoDay = INT32_MIN;
inline constexpr float kNoRating = -1e30F;

/// One clause that struggles, needs, praises …
struct CorpusClause {
  std::uint32_t message = 0;
  Span span;
  std::optional<Span> because;
  bool led = false;          ///< `because` stands behind a connective ("because", "due to").
  std::uint16_t kinds = 0;   ///< Bit per Kind.
  Kind first = Kind::other;  ///< The surest of them,
  float p = 0;               ///< and how sure.
  [[nodiscard]] bool is(Kind kind) const {
    return (kinds >> static_cast<unsigned>(kind) & 1U) != 0;
  }
};

struct CorpusMessage {
  RecordId id;
  std::string text;  ///< The writer's own words, at their places: blank where others' stood.
  std::vector<PiiSpan> personal;  ///< Personal data in `text`, for masking.
  std::vector<LeftOut> left_out;  ///< Where words of others stood: in order, disjoint.
  std::uint64_t row = 0;
  std::uint32_t file = 0;           ///< Index into the files given.
  std::uint32_t unit = kNobody;     ///< Dense index of the person (or of the message itself).
  std::uint32_t brand = kNobody;    ///< Index into Corpus::brands.
  std::uint32_t channel = kNobody;  ///< Index into Corpus::channels.
  std::int32_t day = kNoDay;        ///< Days since 1970, UTC.
  std::uint32_t first_clause = 0;   ///< Its clauses are [first_clause, last_clause) of the corpus.
  std::uint32_t last_clause = 0;
  std::array<std::uint8_t, kEmotions.size()> emotions{};  ///< Probability × 255.
  std::array<std::uint8_t, kFeelingCount> feelings{};     ///< The same of the groups.
  float valence = 0;
  float intensity = 0;
  float rating = kNoRating;        ///< On the file's own scale.
  std::uint32_t cohort = kNobody;  ///< Index into Corpus::cohorts.
  Polarity sentiment = Polarity::neutral;
  Asked asked = Asked::anything;  ///< What the question was that this answers.
  bool unread = false;            ///< In a language that nobody here can read.
  bool blank = false;             ///< Says nothing: an empty cell, "-", "n/a".
  bool from_brand = false;        ///< Written by the company: read for context, never counted.
  bool care = false;              ///< Shows a sign of a hard time; see Corpus::care.
};

/// A message whose writer may live through a hard time.
struct CorpusCare {
  std::uint32_t message = 0;
  std::optional<std::int64_t> time;  ///< Seconds since 1970.
  std::vector<CareSign> signs;       ///< Never empty.
};

struct Corpus {
  std::vector<CorpusMessage> messages;
  std::vector<CorpusClause> clauses;
  std::vector<CorpusCare> care;  ///< In order of the messages; none that the company wrote.
  std::vector<std::string> brands;
  std::vector<std::string> channels;
  std::vector<std::string> cohorts;  ///< Values of the column that is compared by.
  Intake intake;
  Unit unit = Unit::messages;
  std::uint64_t people = 0;  ///< Distinct known persons.
  std::uint32_t units = 0;   ///< Units that wrote at least one message that counts.
  std::uint64_t unread = 0;
  std::vector<std::string>
      missing;  ///< Sentences: what was asked for (where, by) and no record has.

  /// True for a clause that struggles and is meant: "No problems at all, thanks!" is not.
  static bool struggles(const CorpusMessage& message, const CorpusClause& clause) {
    return clause.is(Kind::struggle) &&
           (message.sentiment != Polarity::positive || clause.first == Kind::struggle);
  }
  /// True for a message that stands in a denominator.
  static bool counts(const CorpusMessage& message) {
    return !message.unread && !message.blank && !message.from_brand;
  }
};

/// The care signs of a message; none for most.
[[nodiscard]] std::span<const CareSign> signs_of(const Corpus& corpus, std::uint32_t message);

/// `span` of `text` without the white space at its ends.
[[nodiscard]] Span trimmed(std::string_view text, Span span);

/// The words of `span`, personal data replaced by "[email]" and the like unless `show_personal`,
/// what was left out by "[…]", markup by a space. Where something was, white space at the ends
/// goes.
[[nodiscard]] Quote quote_of(const CorpusMessage& message, Span span, bool show_personal);

}  // namespace attune::problems
