// SPDX-License-Identifier: Apache-2.0
#include "text/words/language_set.h"

#include <algorithm>
#include <array>

namespace attune {

namespace {

constexpr auto kCodes = std::to_array<std::string_view>(
    {"en", "de", "nl", "fr", "es", "pt", "it", "sv", "da", "nb", "nn", "fi", "et", "pl", "cs", "sk",
     "sl", "hr", "bs", "sr", "ro", "hu", "tr", "id", "ms", "tl", "vi", "hi", "ur", "ca", "gl", "eu",
     "is", "sq", "lv", "lt", "sw", "af", "ru", "uk", "be", "bg", "mk", "kk", "ar", "fa"});
static_assert(kCodes.size() <= 64, "a LanguageSet has 64 bits");

}  // namespace

std::size_t language_count() {
  return kCodes.size();
}

std::string_view language_code(std::size_t i) {
  return kCodes[i];
}

std::size_t language_number(std::string_view code) {
  return static_cast<std::size_t>(std::ranges::find(kCodes, code) - kCodes.begin());
}

}  // namespace attune
