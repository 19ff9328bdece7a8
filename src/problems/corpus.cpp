// SPDX-License-Identifier: Apache-2.0
#include "problems/corpus.h"

#include <fmt/format.h>

#include <algorithm>

namespace attune {

std::span<const CareSign> signs_of(const Corpus& corpus, std::uint32_t message) {
  if (!corpus.messages[message].care) return {};
  const auto at =
      std::lower_bound(corpus.care.begin(), corpus.care.end(), message,
                       [](const CorpusCare& care, std::uint32_t m) { return care.message < m; });
  if (at == corpus.care.end() || at->message != message) return {};
  return at->signs;
}

Quote quote_of(const CorpusMessage& message, Span span, bool show_personal) {
  Quote quote{.id = message.id, .span = span, .row = message.row};
  std::uint32_t at = span.begin;
  if (!show_personal) {
    for (const PiiSpan& personal : message.personal) {
      if (personal.span.end <= at || personal.span.begin >= span.end) continue;
      quote.text += message.text.substr(at, std::max(personal.span.begin, at) - at);
      quote.text += fmt::format("[{}]", personal.kind);
      at = std::min(personal.span.end, span.end);
    }
  }
  quote.text += message.text.substr(at, span.end - at);
  return quote;
}

}  // namespace attune
