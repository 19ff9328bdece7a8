// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names of the fields of an explanation by which one round is known to the next: json.cpp and
// json_parts.cpp write them, read_round.cpp reads them.

namespace attune::round_field {

inline constexpr const char* kFiles = "files";
inline constexpr const char* kRead = "read";
inline constexpr const char* kUnit = "unit";
inline constexpr const char* kUnits = "units";
inline constexpr const char* kPeriod = "period";
inline constexpr const char* kFrom = "from";
inline constexpr const char* kTo = "to";
inline constexpr const char* kSentiment = "sentiment";
inline constexpr const char* kNegative = "negative";
inline constexpr const char* kCount = "count";  ///< Of a share, and of a problem.
inline constexpr const char* kForNextRound = "for_next_round";
inline constexpr const char* kVersion = "version";
inline constexpr const char* kProblems = "problems";
inline constexpr const char* kTheme = "theme";
inline constexpr const char* kName = "name";
inline constexpr const char* kKeywords = "keywords";
inline constexpr const char* kByWords = "by_words";
inline constexpr const char* kLeast = "least";
inline constexpr const char* kTerms = "terms";
inline constexpr const char* kMessages = "messages";
inline constexpr const char* kWords = "words";
inline constexpr const char* kOrigin = "origin";
inline constexpr const char* kBrands = "brands";
inline constexpr const char* kSources = "sources";
inline constexpr const char* kOtherLanguages = "other_languages";
inline constexpr const char* kColumns = "columns";
inline constexpr const char* kPeople = "people";  ///< A value of kUnit.

}  // namespace attune::round_field
