// SPDX-License-Identifier: Apache-2.0
#include "lint/context.h"

#include <algorithm>
#include <array>
#include <string>

namespace attune {

namespace {

constexpr std::uint32_t kLongestQuotation = 400;
constexpr std::size_t kLongestPassage = 600;
constexpr std::uint32_t kNear = 40;          ///< Words on each side of a hit that facts judge.
constexpr std::uint32_t kDenialReach = 24;   ///< Bytes between a denial and what it denies.
constexpr std::uint32_t kControlReach = 30;  ///< Bytes between "button" and its label.

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\n\r.*_") == std::string_view::npos;
}

bool letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto c = static_cast<unsigned char>(text[at]);
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC3;
}
bool letter_before(std::string_view text, std::size_t at) {
  return at > 0 && letter_at(text, at - 1);
}

/// Does a label that copy is written behind end here ("Subject: ", "Preheader = ")? It begins a
/// line or a sentence: a subject that somebody speaks of is not ours.
bool behind_label(std::string_view before) {
  constexpr std::array<std::string_view, 14> kLabels = {
      "subject", "subject line", "preheader", "preview", "preview text", "title",  "headline",
      "heading", "tagline",      "button",    "cta",     "banner",       "teaser", "push"};
  constexpr std::string_view kBlank = " \t*_";
  constexpr std::size_t kReach = 64;
  before.remove_prefix(before.size() - std::min(before.size(), kReach));
  const auto end_of = [&](std::string_view chars) {
    return before.substr(0, before.find_last_not_of(chars) + 1);
  };
  before = end_of(kBlank);
  if (before.empty() || (before.back() != ':' && before.back() != '=')) return false;
  before.remove_suffix(1);
  before = end_of(kBlank);
  const std::size_t stop = before.find_last_of("\n.!?\"") + 1;  // npos + 1 is 0.
  const std::string_view line = before.substr(stop);
  std::string label(line.substr(std::min(line.find_first_not_of(" \t*_#-"), line.size())));
  std::transform(label.begin(), label.end(), label.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::find(kLabels.begin(), kLabels.end(), label) != kLabels.end();
}

/// Where the mark `close` closes a quotation that begins at `from`; an apostrophe within a word
/// does not.
std::size_t closing(std::string_view text, std::size_t from, std::string_view close,
                    bool apostrophe) {
  std::size_t to = text.find(close, from);
  while (apostrophe && to != std::string_view::npos && letter_at(text, to + close.size()))
    to = text.find(close, to + close.size());
  return to;
}

}  // namespace

Surroundings::Surroundings(std::string_view text, const phrases::AnchorScratch& words,
                           const phrases::AnchorScratch& contexts, const RuleBook& book)
    : text_(text), words_(words.words) {
  for (const phrases::Hit& hit : contexts.hits()) {
    const Span span = {words_[hit.first].span.begin, words_[hit.last - 1].span.end};
    const auto kind = static_cast<CopyContext>(book.entries[hit.entry].kind);
    places_.push_back({kind, span});
    service_ = service_ || kind == CopyContext::service || kind == CopyContext::transaction;
    selling_ = selling_ || kind == CopyContext::selling;
  }
  service_ = service_ && !selling_;
  find_quotations();
}

void Surroundings::find_quotations() {
  struct Marks {
    std::string_view open;
    std::string_view close;
    bool apostrophe;  ///< The closing mark is also an apostrophe.
  };
  constexpr Marks kMarks[] = {{"\u201C", "\u201D", false},
                              {"\"", "\"", false},
                              {"\u00AB", "\u00BB", false},
                              {"\u2018", "\u2019", true},
                              {"'", "'", true}};
  for (const Marks& marks : kMarks) {
    std::size_t at = 0;
    while ((at = text_.find(marks.open, at)) != std::string_view::npos) {
      const std::size_t from = at + marks.open.size();
      if (marks.apostrophe && letter_before(text_, at)) {
        at = from;
        continue;
      }
      const std::size_t to = closing(text_, from, marks.close, marks.apostrophe);
      if (to == std::string_view::npos) break;
      const Span span = {static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(to + marks.close.size())};
      const bool short_enough = to - from <= kLongestQuotation;
      if (short_enough && !ours(span)) quotations_.push_back(span);
      at = short_enough ? span.end : from;
    }
  }
}

/// A quotation that is the whole text, stands behind "Subject:", or is the label of a button, is
/// our own words.
bool Surroundings::ours(Span quotation) const {
  if (blank(text_.substr(0, quotation.begin)) && blank(text_.substr(quotation.end))) return true;
  if (behind_label(text_.substr(0, quotation.begin))) return true;
  return std::any_of(places_.begin(), places_.end(), [&](const Found& place) {
    return place.kind == CopyContext::control && place.span.end <= quotation.begin &&
           quotation.begin - place.span.end <= kControlReach;
  });
}

bool Surroundings::holds(CopyContext kind, Span where) const {
  return std::any_of(places_.begin(), places_.end(), [&](const Found& place) {
    return place.kind == kind && place.span.begin >= where.begin && place.span.end <= where.end;
  });
}

bool Surroundings::denied(Span hit) const {
  return std::any_of(places_.begin(), places_.end(), [&](const Found& place) {
    if (place.kind != CopyContext::negation || place.span.begin > hit.begin) return false;
    if (place.span.end > hit.begin) return place.span.begin < hit.begin;
    const std::string_view between = text_.substr(place.span.end, hit.begin - place.span.end);
    return between.size() <= kDenialReach &&
           between.find_first_of(".,;:!?\n") == std::string_view::npos;
  });
}

bool Surroundings::quoted(Span hit) const {
  return std::any_of(quotations_.begin(), quotations_.end(), [&](Span quotation) {
    const std::uint32_t begin = std::max(quotation.begin, hit.begin);
    const std::uint32_t end = std::min(quotation.end, hit.end);
    return begin < end && 2 * (end - begin) >= hit.size();
  });
}

/// "the Last Chance Saloon": two or more capitalised words amid words that are not.
bool Surroundings::name(std::uint32_t first, std::uint32_t last) const {
  if (last - first < 2) return false;
  const std::uint32_t sentence = words_[first].sentence;
  if (first == 0 || words_[first - 1].sentence != sentence) return false;
  for (std::uint32_t w = first; w < last; ++w) {
    const std::uint32_t flags = words_[w].flags;
    if ((flags & phrases::TokenBit::kTitle) == 0 || (flags & phrases::TokenBit::kCapitals) != 0)
      return false;
  }
  std::uint32_t plain = 0;
  const std::uint32_t from = first - std::min(first, 12U);
  const auto to = std::min<std::uint32_t>(static_cast<std::uint32_t>(words_.size()), last + 12);
  for (std::uint32_t w = from; w < to; ++w) {
    const bool other = words_[w].sentence == sentence && words_[w].span.size() >= 3 &&
                       (words_[w].flags & phrases::TokenBit::kWord) != 0;
    if (other && (words_[w].flags & phrases::TokenBit::kTitle) == 0) ++plain;
  }
  return plain >= 2;
}

std::uint32_t Surroundings::clearing(std::uint32_t first, std::uint32_t last) const {
  const Span hit = {words_[first].span.begin, words_[last - 1].span.end};
  std::uint32_t bits = 0;
  if (quoted(hit)) bits |= RuleClears::kQuotation;
  if (holds(CopyContext::attribution, sentence_span(first, last, 0)))
    bits |= RuleClears::kQuotation;
  if (denied(hit)) bits |= RuleClears::kNegation;
  if (service_) bits |= RuleClears::kService;
  if (name(first, last)) bits |= RuleClears::kName;
  return bits;
}

Span Surroundings::sentence_span(std::uint32_t first, std::uint32_t last,
                                 std::uint32_t more) const {
  const std::uint32_t from = words_[first].sentence - std::min(words_[first].sentence, more);
  const std::uint32_t to = words_[last - 1].sentence + more;
  std::uint32_t begin = first;
  std::uint32_t end = last;
  while (begin > 0 && words_[begin - 1].sentence >= from) --begin;
  while (end < words_.size() && words_[end].sentence <= to) ++end;
  return {words_[begin].span.begin, words_[end - 1].span.end};
}

bool Surroundings::checkable(std::uint32_t first, std::uint32_t last) const {
  const Span where = sentence_span(first, last, 1);
  return holds(CopyContext::date, where) || holds(CopyContext::reason, where) ||
         holds(CopyContext::count, where);
}

Span Surroundings::passage(std::uint32_t first, std::uint32_t last) const {
  if (text_.size() <= kLongestPassage) return {0, static_cast<std::uint32_t>(text_.size())};
  const Span wide = sentence_span(first, last, 3);
  return wide.size() <= kLongestPassage ? wide : sentence_span(first, last, 0);
}

std::string_view Surroundings::sentence(std::uint32_t first, std::uint32_t last) const {
  return near(sentence_span(first, last, 0), first, last);
}

std::string_view Surroundings::beside(std::uint32_t first, std::uint32_t last) const {
  return near(sentence_span(first, last, 1), first, last);
}

std::string_view Surroundings::near(Span where, std::uint32_t first, std::uint32_t last) const {
  const std::uint32_t from = first - std::min(first, kNear);
  const auto to = std::min(static_cast<std::uint32_t>(words_.size()), last + kNear);
  return Span{std::max(where.begin, words_[from].span.begin),
              std::min(where.end, words_[to - 1].span.end)}
      .of(text_);
}

}  // namespace attune
