// SPDX-License-Identifier: Apache-2.0
#include "text/clause_words.h"

#include <algorithm>
#include <array>

#include "text/clauses.h"

namespace attune {

namespace {

template <std::size_t N>
using Words = std::array<std::string_view, N>;

constexpr Words<28> kAbbreviations = {"approx", "apt", "ave", "co",   "corp", "dept", "dr",
                                      "ed",     "eg",  "est", "etc",  "ext",  "fig",  "hrs",
                                      "ie",     "inc", "jr",  "ltd",  "min",  "mins", "mr",
                                      "mrs",    "ms",  "nr",  "prof", "sr",   "st",   "vs"};
constexpr Words<34> kSubjects = {
    "he",     "he's", "i",     "i'd",     "i'll",   "i'm",     "i've",    "im",      "it",
    "it's",   "its",  "ive",   "my",      "nobody", "our",     "she",     "she's",   "that",
    "that's", "the",  "there", "there's", "they",   "they'll", "they're", "they've", "this",
    "we",     "we'd", "we're", "we've",   "you",    "you're",  "your"};
constexpr Words<6> kContrasts = {"although", "but", "however", "though", "whereas", "yet"};
constexpr Words<8> kJoiners = {"and", "n", "now", "or", "plus", "so", "then", "while"};
constexpr Words<14> kSubordinators = {"after",  "although", "as",   "because", "before",
                                      "even",   "given",    "if",   "once",    "since",
                                      "though", "unless",   "when", "while"};

constexpr Words<3> kDashes = {"-", "\xE2\x80\x93", "\xE2\x80\x94"};
constexpr Words<10> kOpening = {"(", "[", "\"", "'", "\xE2\x80\x9C", "\xE2\x80\x98", "\xC2\xBF",
                                "\xC2\xA1", "*", "\xE2\x80\xA2"};
constexpr Words<6> kClosing = {")", "]", "\"", "'", "\xE2\x80\x9D", "\xE2\x80\x99"};
/// Subjects that may be part of a list ("the screen, the case").
constexpr Words<7> kUnclear = {"its", "my", "our", "that", "the", "this", "your"};

template <std::size_t N>
bool among(const Words<N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::uint32_t clause_bits_of(std::string_view folded) {
  std::uint32_t bits = 0;
  const auto set = [&bits](bool holds, std::uint32_t bit) { bits |= holds ? bit : 0; };
  set(ends_sentence(folded), ClauseWord::kEndsSentence);
  set(among(kOpening, folded), ClauseWord::kOpens);
  set(among(kClosing, folded), ClauseWord::kCloses);
  set(among(kDashes, folded), ClauseWord::kDash);
  set(among(kAbbreviations, folded), ClauseWord::kAbbreviation);
  set(among(kSubjects, folded), ClauseWord::kSubject);
  set(among(kSubjects, folded) && !among(kUnclear, folded), ClauseWord::kClearSubject);
  set(among(kContrasts, folded), ClauseWord::kContrast);
  set(among(kJoiners, folded), ClauseWord::kJoiner);
  set(among(kSubordinators, folded), ClauseWord::kSubordinator);
  set(folded == "please" || folded == "pls", ClauseWord::kPlease);
  return bits;
}

}  // namespace attune
