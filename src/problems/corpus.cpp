// SPDX-License-Identifier: Apache-2.0
#include "problems/corpus.h"

#include <algorithm>

#include "text/pii/pii.h"

namespace attune::problems {

std::span<const CareSign> signs_of(const Corpus& corpus, std::uint32_t message) {
  if (!corpus.messages[message].care) return {};
  const auto at =
      std::lower_bound(corpus.care.begin(), corpus.care.end(), message,
                       [](const CorpusCare& care, std::uint32_t m) { return care.message < m; });
  if (at == corpus.care.end() || at->message != message) return {};
  return at->signs;
}

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// A quote with others' words in it: one space where there were several.
std::string around_others(const CorpusMessage& message, Span span, std::vector<PiiSpan> hidden) {
  for (const LeftOut& part : message.left_out) {
    if (part.kind != Others::markup) hidden.push_back({.kind = "…", .span = part.span});
  }
  std::sort(hidden.begin(), hidden.end(),
            [](const PiiSpan& a, const PiiSpan& b) { return a.span < b.span; });
  const std::string masked = mask(message.text, hidden, span);
  std::string text;
  for (const char c : masked) {
    if (!is_space(c) || text.empty() || !is_space(text.back())) text += c;
  }
  return text;
}

}  // namespace

Span trimmed(std::string_view text, Span span) {
  while (!span.empty() && is_space(text[span.begin])) ++span.begin;
  while (!span.empty() && is_space(text[span.end - 1])) --span.end;
  return span;
}

Quote quote_of(const CorpusMessage& message, Span span, bool show_personal) {
  const std::span<const PiiSpan> hidden =
      show_personal ? std::span<const PiiSpan>() : std::span<const PiiSpan>(message.personal);
  const std::vector<LeftOut>& others = message.left_out;
  if (!others.empty()) span = trimmed(message.text, span);
  const bool over = std::any_of(others.begin(), others.end(), [span](const LeftOut& part) {
    return part.span.begin < span.end && part.span.end > span.begin;
  });
  return {.id = message.id,
          .span = span,
          .text = over ? around_others(message, span, {hidden.begin(), hidden.end()})
                       : mask(message.text, hidden, span),
          .row = message.row};
}

}  // namespace attune::problems
