// SPDX-License-Identifier: Apache-2.0
#include "problems/care_messages.h"

#include <algorithm>
#include <tuple>

#include "base/calendar.h"
#include "text/utf8.h"

namespace attune::problems {

namespace {

constexpr std::size_t kWhole = 300;     // Bytes up to which a message is its own passage,
constexpr std::uint32_t kAround = 140;  // and those on either side of a sign in a longer one.

bool is_danger(const CareSign& sign) {
  return sign.kind == Care::crisis && sign.p >= kCareCertain;
}

bool in_danger(const CorpusCare& care) {
  return std::any_of(care.signs.begin(), care.signs.end(), is_danger);
}

const CareSign& most_pressing(const std::vector<CareSign>& signs) {
  return *std::max_element(signs.begin(), signs.end(), [](const CareSign& a, const CareSign& b) {
    return std::tuple(is_danger(a), a.p) < std::tuple(is_danger(b), b.p);
  });
}

bool ends_word(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// `sign` and what stands around it, cut between words; between characters where a word is longer
/// than that.
Span around(std::string_view text, Span sign) {
  const auto size = static_cast<std::uint32_t>(text.size());
  if (size <= kWhole) return {.begin = 0, .end = size};
  std::uint32_t begin = sign.begin > kAround ? sign.begin - kAround : 0;
  std::uint32_t end = std::min(size, sign.end + kAround);
  if (begin > 0) {
    const auto word = static_cast<std::uint32_t>(
        std::find_if(text.begin() + begin, text.begin() + sign.begin, ends_word) - text.begin());
    if (word < sign.begin) begin = word + 1;
    while (begin < sign.begin && !at_character(text, begin)) ++begin;
  }
  if (end < size) {
    std::uint32_t word = end;
    while (word > sign.end && !ends_word(text[word])) --word;
    if (word > sign.end) end = word;
    while (end > sign.end && !at_character(text, end)) --end;
  }
  return {.begin = begin, .end = end};
}

CareMessage shown(const Corpus& corpus, const CorpusCare& care, bool show_personal) {
  const CorpusMessage& message = corpus.messages[care.message];
  CareMessage out;
  out.passage =
      quote_of(message, around(message.text, most_pressing(care.signs).span), show_personal);
  for (const CareSign& sign : care.signs) {
    out.signs.push_back({.kind = sign.kind,
                         .span = sign.span,
                         .text = quote_of(message, sign.span, show_personal).text,
                         .p = sign.p});
  }
  if (care.time) out.date = iso_date(day_of_seconds(*care.time));
  const std::vector<std::string>& files = corpus.intake.files;
  if (files.size() > 1 && message.file < files.size()) out.file = files[message.file];
  return out;
}

}  // namespace

std::vector<CareMessage> care_messages(const Corpus& corpus, bool show_personal) {
  std::vector<const CorpusCare*> order;
  order.reserve(corpus.care.size());
  for (const CorpusCare& care : corpus.care) order.push_back(&care);
  std::stable_sort(order.begin(), order.end(), [](const CorpusCare* a, const CorpusCare* b) {
    // No time is less than any time.
    return std::tuple(in_danger(*b), b->time) < std::tuple(in_danger(*a), a->time);
  });
  std::vector<CareMessage> out;
  out.reserve(order.size());
  for (const CorpusCare* care : order) out.push_back(shown(corpus, *care, show_personal));
  return out;
}

}  // namespace attune::problems
