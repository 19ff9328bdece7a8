// SPDX-License-Identifier: Apache-2.0
#include "text/clause_words.h"

#include <algorithm>
#include <array>

namespace attune {

namespace {

template <std::size_t N>
using Marks = std::array<std::string_view, N>;

constexpr Marks<3> kDashes = {"-", "\xE2\x80\x93", "\xE2\x80\x94"};
constexpr Marks<10> kOpening = {
    "(",        "[",        "\"", "'",           "\xE2\x80\x9C", "\xE2\x80\x98",
    "\xC2\xBF", "\xC2\xA1", "*",  "\xE2\x80\xA2"};
constexpr Marks<6> kClosing = {")", "]", "\"", "'", "\xE2\x80\x9D", "\xE2\x80\x99"};
template <std::size_t N>
bool among(const Marks<N>& marks, std::string_view word) {
  return std::find(marks.begin(), marks.end(), word) != marks.end();
}

}  // namespace

bool ends_sentence(std::string_view folded) {
  return folded == "." || folded == "!" || folded == "?" || folded == ";" ||
         folded == "\xE2\x80\xA6" || folded == "\xE3\x80\x82" || folded == "\xEF\xBC\x81" ||
         folded == "\xEF\xBC\x9F" || folded == "\xD8\x9F" || folded == "\xE0\xA5\xA4";
}

std::uint32_t clause_bits_of(std::string_view folded, const LexicalClasses& classes) {
  std::uint32_t bits = 0;
  const auto set = [&bits](bool holds, std::uint32_t bit) { bits |= holds ? bit : 0; };
  set(ends_sentence(folded), ClauseWord::kEndsSentence);
  set(among(kOpening, folded), ClauseWord::kOpens);
  set(among(kClosing, folded), ClauseWord::kCloses);
  set(among(kDashes, folded), ClauseWord::kDash);
  const bool subject = classes.has(LexicalClass::subject);
  set(classes.has(LexicalClass::abbreviation), ClauseWord::kAbbreviation);
  set(subject, ClauseWord::kSubject);
  set(subject && !classes.has(LexicalClass::list_subject), ClauseWord::kClearSubject);
  set(classes.has(LexicalClass::contrast), ClauseWord::kContrast);
  set(classes.has(LexicalClass::joiner), ClauseWord::kJoiner);
  set(classes.has(LexicalClass::subordinator), ClauseWord::kSubordinator);
  set(classes.has(LexicalClass::please), ClauseWord::kPlease);
  set(classes.has(LexicalClass::reason_joiner), ClauseWord::kReasonJoiner);
  return bits;
}

}  // namespace attune
