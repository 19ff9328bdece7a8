// SPDX-License-Identifier: Apache-2.0
#pragma once

// The word lists behind text/language/language_words.h.

#include <span>
#include <string_view>

namespace attune {

struct LanguageList {
  std::string_view code;   ///< ISO 639-1.
  std::string_view words;  ///< Lower case, one blank between two.
};

/// At most 64 languages; English first. Constants.
[[nodiscard]] std::span<const LanguageList> language_lists();

}  // namespace attune
