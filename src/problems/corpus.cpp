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

Quote quote_of(const CorpusMessage& message, Span span, bool show_personal) {
  const std::span<const PiiSpan> hidden =
      show_personal ? std::span<const PiiSpan>() : std::span<const PiiSpan>(message.personal);
  return {
      .id = message.id, .span = span, .text = mask(message.text, hidden, span), .row = message.row};
}

}  // namespace attune::problems
