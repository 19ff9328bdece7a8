// SPDX-License-Identifier: Apache-2.0
#include "text/others/mail_heads.h"

#include <algorithm>
#include <string>

#include "text/ascii.h"

namespace attune {

namespace {

constexpr std::size_t kLongestAttribution = 300;  ///< Bytes from "On" to its verb,
constexpr std::size_t kLongestSender = 120;       ///< and from there to the colon.
constexpr std::size_t kMostHeads = 10;
constexpr std::size_t kFewestHeads = 3;

bool has(const Segment& segment, MailPhrase kind) {
  return segment.phrase && segment.phrase->kind == kind;
}

bool in_word(char c) {
  return is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// "10:00"
bool has_hour(std::string_view text) {
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    if (at > 0 && at + 2 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]) &&
        is_digit(text[at + 2]))
      return true;
  }
  return false;
}

/// Four digits in a row.
bool has_year(std::string_view text) {
  std::size_t run = 0;
  for (const char c : text) {
    run = is_digit(c) ? run + 1 : 0;
    if (run == 4) return true;
  }
  return false;
}

/// The colon behind a verb that stands at a word's beginning; npos where there is none.
std::size_t colon_of_verb(std::string_view text, std::size_t at) {
  const std::uint32_t verb = wrote_at(text, at);
  if (verb == 0) return std::string_view::npos;
  const std::size_t end = std::min(text.size(), at + verb + kLongestSender);
  for (std::size_t colon = at + verb; colon < end; ++colon) {
    if (text[colon] != ':') continue;
    if (colon + 1 == text.size() || is_blank(text[colon + 1])) return colon;
  }
  return std::string_view::npos;
}

bool proves_mail(std::string_view text, std::size_t begin, std::size_t colon) {
  const std::string_view head = text.substr(begin, colon - begin);
  if (count_digits(head) == 0 || std::count(head.begin(), head.end(), '\n') > 2) return false;
  if (head.find('@') != std::string_view::npos) return true;
  std::size_t behind = colon + 1;
  while (behind < text.size() && is_blank(text[behind])) ++behind;
  if (behind < text.size() && text[behind] == '>') return true;
  const bool ends_line =
      colon + 1 == text.size() || text[colon + 1] == '\n' || text[colon + 1] == '\r';
  return ends_line && has_hour(head) && has_year(head);
}

/// Stems that say "confidential", and stems that say for whom, in small letters.
constexpr std::string_view kSecret[] = {
    "confidential", "privileged",    "vertraulich", "confidentiel", "confidencial",
    "riservat",     "vertrouwelijk", "konfidenti",  "fortrolig",    "legally protected"};
constexpr std::string_view kForWhom[] = {"intended",  "recipient", "addressee",     "empfänger",
                                         "bestimmt",  "destinat",  "geadresseerde", "ontvanger",
                                         "mottagare", "modtager",  "adressat"};

template <std::size_t kCount>
bool any_of(std::string_view text, const std::string_view (&stems)[kCount]) {
  return std::any_of(std::begin(stems), std::end(stems), [&](std::string_view stem) {
    return text.find(stem) != std::string_view::npos;
  });
}

}  // namespace

std::uint32_t attribution_end(std::string_view text, const std::vector<Segment>& segments,
                              std::size_t i) {
  if (!has(segments[i], MailPhrase::on_date)) return 0;
  const std::size_t begin = segments[i].span.begin;
  const std::size_t end = std::min(text.size(), begin + kLongestAttribution);
  for (std::size_t at = begin + 1; at < end; ++at) {
    if (in_word(text[at - 1]) || !in_word(text[at])) continue;
    const std::size_t colon = colon_of_verb(text, at);
    if (colon == std::string_view::npos) continue;
    return proves_mail(text, begin, colon) ? static_cast<std::uint32_t>(colon + 1) : 0;
  }
  return 0;
}

bool is_separator(std::string_view text, const std::vector<Segment>& segments, std::size_t i) {
  const std::string_view words = segments[i].span.of(text);
  if (has(segments[i], MailPhrase::forwarded)) {
    const std::string_view behind = words.substr(segments[i].phrase->length);
    return segments[i].begins_line && behind.find_first_not_of(" :") == std::string_view::npos;
  }
  if (words.size() >= 10 && words.find_first_not_of('_') == std::string_view::npos)
    return i + 1 < segments.size() && has(segments[i + 1], MailPhrase::from);
  const std::size_t first = words.find_first_not_of("-#_ ");
  if (first == std::string_view::npos || first < 2) return false;
  const auto phrase = mail_phrase_at(words, first);
  return phrase && phrase->kind == MailPhrase::original;
}

MailHead mail_head(std::string_view text, const std::vector<Segment>& segments, std::size_t i) {
  if (!segments[i].phrase || segments[i].phrase->kind < MailPhrase::from) return {};
  std::size_t kinds = 0;
  std::uint32_t seen = 0, end = 0;
  bool address = false;
  std::size_t k = i;
  for (; k < segments.size() && k < i + kMostHeads; ++k) {
    if (!segments[k].phrase || segments[k].phrase->kind < MailPhrase::from) break;
    const MailPhrase kind = segments[k].phrase->kind;
    const std::uint32_t bit = 1U << static_cast<unsigned>(kind);
    kinds += (seen & bit) == 0 ? 1 : 0;
    seen |= bit;
    address = address || segments[k].span.of(text).find('@') != std::string_view::npos;
    end = kind == MailPhrase::subject ? segments[k].span.begin + segments[k].phrase->length
                                      : segments[k].span.end;
    if (kind == MailPhrase::subject && !segments[k].begins_line) {
      ++k;
      break;
    }
  }
  const bool from = (seen >> static_cast<unsigned>(MailPhrase::from) & 1U) != 0;
  const bool sent = (seen >> static_cast<unsigned>(MailPhrase::sent) & 1U) != 0;
  if (!from || kinds < kFewestHeads || (!address && !sent)) return {};
  return {k - i, end};
}

bool says_confidential(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), to_lower);
  return any_of(small, kSecret) && any_of(small, kForWhom);
}

}  // namespace attune
