// SPDX-License-Identifier: Apache-2.0
#include "text/words/lexical_class.h"

#include <algorithm>

namespace attune {

namespace {

/// In the order of LexicalClass.
constexpr auto kNames = std::to_array<std::string_view>({
    "abbreviation",    "subject",
    "list-subject",    "contrast",
    "joiner",          "subordinator",
    "please",          "reason-joiner",
    "function",        "phrase-opens",
    "phrase-breaks",   "phrase-particle",
    "phrase-light",    "phrase-negates",
    "phrase-weak",     "phrase-judges",
    "unspecific",      "evaluation",
    "opinion-good",    "opinion-bad",
    "opinion-negates", "reply-you",
    "reply-i",         "reply-we",
    "reply-advises",   "reply-may-advise",
    "reply-light",     "given",
    "family",          "title",
    "street",          "unit",
    "place",           "no-person",
    "cue-negator",     "cue-good",
    "cue-bad",         "cue-booster",
    "cue-downtoner",   "cue-but",
    "cue-please",      "cue-thanks",
    "cue-sorry",       "cue-greeting",
    "cue-hedge",       "cue-could",
    "cue-should",      "cue-would",
    "cue-wish",        "cue-advise",
    "cue-act",         "cue-more",
    "cue-ask",         "cue-self",
    "cue-other",       "cue-they",
    "cue-always",      "cue-again",
    "cue-money",       "cue-leave",
    "cue-because",     "cue-when",
    "cue-swear",
});
static_assert(kNames.size() == kLexicalClassCount);

}  // namespace

std::string_view lexical_class_name(LexicalClass lexical_class) {
  return kNames.at(static_cast<std::size_t>(lexical_class));
}

std::optional<LexicalClass> lexical_class_of(std::string_view name) {
  const auto at = std::ranges::find(kNames, name);
  if (at == kNames.end()) return std::nullopt;
  return static_cast<LexicalClass>(at - kNames.begin());
}

}  // namespace attune
