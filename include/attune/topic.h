// SPDX-License-Identifier: Apache-2.0
#pragma once

// One problem, need or thing people praise, with every number and the sentences behind it.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/association.h"
#include "attune/feelings.h"
#include "attune/interval.h"
#include "attune/severity.h"
#include "attune/theme.h"
#include "attune/trend.h"

namespace attune {

/// A reason that customers give, in their words.
struct Cause {
  Quote quote;
  std::uint64_t people = 0;  ///< Who give a reason like this one.
};

/// Why a problem stands where it does: the score is the product of the four.
struct Priority {
  double reach = 0;     ///< Lower end of Wilson's interval of its share.
  double severity = 0;  ///< [0, 1].
  double trend = 1;     ///< [0.5, 2]; 1 where nothing is known.
  double driver = 1;    ///< [1, 2]; 1 where nothing is known.
};

/// An opportunity in one word. Decided in measure/opportunity.h.
enum class OpportunityGrade : std::uint8_t { low, worth_a_look, strong };
/// As they stand in the JSON, in the order of OpportunityGrade.
inline constexpr std::array<std::string_view, 3> kOpportunityGradeNames = {"low", "worth-a-look",
                                                                           "strong"};

/// Ulwick's (2005) opportunity of a need, estimated from text alone; a survey's numbers are better.
struct TextOpportunity {
  double importance = 0;    ///< 0 … 10.
  double satisfaction = 0;  ///< 0 … 10.
  double score = 0;         ///< importance + max(importance − satisfaction, 0): 0 … 20.
  OpportunityGrade grade = OpportunityGrade::low;
};

/// A theme below a problem: one way in which it shows.
struct Facet {
  std::string theme;  ///< Theme id.
  std::string name;
  Share reach;  ///< Of all units read.
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
  Share reach;                ///< Units that speak of it, of all units read.
  std::vector<Facet> facets;  ///< Most people first; of the ten largest problems only.
  double severity = 0;        ///< [0, 1]; problems only.
  SeverityGrade severity_grade = SeverityGrade::mild;  ///< Of `severity`; problems only.
  double score = 0;                                    ///< Product of `priority`; problems only.
  Priority priority;                                   ///< Problems only.
  Association driver;                                  ///< Problems only.
  std::optional<TextOpportunity> opportunity;          ///< Needs only.
  FeelingShares groups;
  std::vector<EmotionShare> feelings;  ///< Those that stand out first.
  std::vector<Cause> causes;           ///< Most given first.
  double unexplained = 0;              ///< Share of its clauses that give no reason.
  Trend trend;
  std::vector<Quote> quotes;  ///< A few typical ones, one per person.
  std::vector<Quote>
      evidence;  ///< The sentences behind the number, one per unit, up to a stated cap.
};

}  // namespace attune
