// SPDX-License-Identifier: Apache-2.0
#include "phrases/token_classes.h"

#include <algorithm>
#include <array>

#include "phrases/book.h"

namespace attune::phrases {

namespace {

constexpr std::array<NamedToken, 27> kNamed = {
    {{"%token", "", TokenBit::kToken, "any token at all, marks too"},
     {"%word", "", TokenBit::kWord, "a word"},
     {"%num", "", TokenBit::kNumber, "a number: 7, 3.5, 24h, 10:05"},
     {"%clock", "", TokenBit::kClock, "a number with a colon in it: 10:05"},
     {"%timer", "", TokenBit::kTimer,
      "the face of a running clock: 07:25:41, 34Seconds, 2hrs05min"},
     {"%initial", "", TokenBit::kInitial, "a word that begins with a capital"},
     {"%title", "", TokenBit::kTitle, "a word that begins with a capital and is not %caps"},
     {"%caps", "", TokenBit::kCapitals, "a word of two or more letters, all capitals"},
     {"%mention", "", TokenBit::kMention, "@shop"},
     {"%hashtag", "", TokenBit::kHashtag, "#fail"},
     {"%link", "", TokenBit::kLink, "a web address"},
     {"%email", "", TokenBit::kEmail, "an e-mail address"},
     {"%emoji", "", TokenBit::kEmoji, "an emoji or another symbol"},
     {"%slot", "", TokenBit::kSlot, "a placeholder of a template (in a message: U+FFFC)"},
     {"%q", "?", 0, "?"},
     {"%bang", "!", 0, "!"},
     {"%stop", ".", 0, "."},
     {"%comma", ",", 0, ","},
     {"%colon", ":", 0, ":"},
     {"%pct", "%", 0, "%"},
     {"%star", "*", 0, "* (in copy: of a footnote)"},
     {"%plus", "+", 0, "+"},
     {"%dollar", "$", 0, "$"},
     {"%bar", "|", 0, "\\|"},
     {"%opens", "(", 0, "("},
     {"%closes", ")", 0, ")"},
     {"%ticked", "\u2611", 0, "\u2611"}}};

}  // namespace

std::span<const NamedToken> named_tokens() {
  return kNamed;
}

const NamedToken* named_token(std::string_view name) {
  const auto* found = std::find_if(kNamed.begin(), kNamed.end(),
                                   [&](const NamedToken& one) { return one.name == name; });
  return found == kNamed.end() ? nullptr : found;
}

std::string token_names() {
  std::string all;
  for (const NamedToken& one : kNamed) all += (all.empty() ? "" : " ") + std::string(one.name);
  return all;
}

}  // namespace attune::phrases
