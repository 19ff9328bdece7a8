// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names of the fields of a theme memory: memory_json.cpp writes them, read_memory.cpp reads
// them.

#include <string_view>

namespace attune::memory_field {

inline constexpr std::string_view kVersion = "version";
inline constexpr std::string_view kUnit = "unit";
inline constexpr std::string_view kThemes = "themes";
inline constexpr std::string_view kParents = "parents";
inline constexpr std::string_view kHomeless = "homeless";
inline constexpr std::string_view kGone = "gone";
inline constexpr std::string_view kEdits = "edits";
inline constexpr std::string_view kId = "id";
inline constexpr std::string_view kName = "name";
inline constexpr std::string_view kParent = "parent";
inline constexpr std::string_view kKeywords = "keywords";
inline constexpr std::string_view kSettled = "settled";
inline constexpr std::string_view kQuiet = "quiet";
inline constexpr std::string_view kPinned = "pinned";
inline constexpr std::string_view kNamed = "named";
inline constexpr std::string_view kSplitFrom = "split_from";
inline constexpr std::string_view kWords = "words";
inline constexpr std::string_view kTerms = "terms";
inline constexpr std::string_view kTexts = "texts";

}  // namespace attune::memory_field
