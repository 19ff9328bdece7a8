// SPDX-License-Identifier: Apache-2.0
#include "text/others/translation.h"

#include <optional>

#include "text/byte_set.h"
#include "text/language/language.h"
#include "text/others/mail_phrases.h"
#include "text/tokens.h"

namespace attune {

namespace {

constexpr ByteSet kBrackets("([");

struct Marks {
  std::optional<Span> translated;
  std::optional<Span> source;
};

Marks marks_in(std::string_view text) {
  Marks marks;
  std::size_t at = 0;
  while ((at = kBrackets.first_in(text, at)) != std::string_view::npos) {
    const auto phrase = mail_phrase_at(text, at);
    if (phrase) {
      const Span span{static_cast<std::uint32_t>(at),
                      static_cast<std::uint32_t>(at + phrase->length)};
      if (phrase->kind == MailPhrase::translated && !marks.translated) marks.translated = span;
      if (phrase->kind == MailPhrase::source && !marks.source) marks.source = span;
    }
    ++at;
  }
  return marks;
}

bool is_english(std::string_view text) {
  Tokens tokens;
  tokenise(text, tokens);
  return detect_language(text, tokens).code == "en";
}

}  // namespace

void find_translation(std::string_view text, std::vector<LeftOut>& out) {
  const Marks marks = marks_in(text);
  if (!marks.translated) return;
  if (!marks.source) {
    out.push_back({Others::translation, *marks.translated});
    return;
  }
  const auto end = static_cast<std::uint32_t>(text.size());
  const bool first = marks.translated->begin < marks.source->begin;
  const Span translation{marks.translated->end, first ? marks.source->begin : end};
  const Span source{marks.source->end, first ? end : marks.translated->begin};
  const bool keep = is_english(translation.of(text)) && !is_english(source.of(text));
  out.push_back({Others::translation, *marks.translated});
  out.push_back({Others::translation, *marks.source});
  out.push_back({Others::translation, keep ? source : translation});
}

}  // namespace attune
