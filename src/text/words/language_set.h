// SPDX-License-Identifier: Apache-2.0
#pragma once

// The languages that words of the lexicon can belong to, and sets of them.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attune {

/// A set of languages: bit i is `language_code(i)`.
using LanguageSet = std::uint64_t;

inline constexpr LanguageSet kEnglish = 1;  ///< English is language 0.

/// At most 64.
[[nodiscard]] std::size_t language_count();

/// ISO 639-1 code of language `i` (< language_count()); a constant.
[[nodiscard]] std::string_view language_code(std::size_t i);

/// The number of `code`, or language_count().
[[nodiscard]] std::size_t language_number(std::string_view code);

}  // namespace attune
