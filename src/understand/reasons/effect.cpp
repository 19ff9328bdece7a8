// SPDX-License-Identifier: Apache-2.0
// Idea: a thing has no verb and a clause has one, so the subject behind a whole thing, or behind a
// verb, belongs to somebody else's clause: to the effect. "I", "we", "they" are subjects by
// themselves. "The", "my", "it" may as well be objects ("because they raised the price …"), and
// begin an effect only if a finite verb stands soon behind them ("… the app is useless").
//
// Applies to reasons that open their sentence. An effect whose subject is a bare noun ("due to snow
// flights were late") is not seen. Verbs are told by a short list and by "-ed".
//
// Costs a walk over the words, and for each that may be a subject a look at the next four.
//
// Source: ours. Tested in connectives_test.cpp.
#include "understand/reasons/effect.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/clause_words.h"
#include "text/words/lexicon.h"

namespace attune {

namespace {

constexpr std::uint32_t kVerbWithin = 4;  ///< Tokens from a subject's first to its verb.
constexpr std::size_t kShortestEd = 5;    ///< Letters from which "-ed" is a verb's ending.

/// Subjects that begin a clause wherever they stand behind a whole one.
constexpr auto kAlone = std::to_array<std::string_view>(
    {"i",     "i'm",   "i've",    "i'd",    "i'll",    "im",       "ive",    "we",
     "we're", "we've", "they",    "he",     "she",     "nothing",  "nobody", "everything",
     "he's",  "she's", "they're", "we'll",  "they've", "everyone", "half",   "none",
     "it's",  "there", "there's", "that's", "you're",  "everybody"});

/// Those that may be objects, and what stands before one.
constexpr auto kDeterminers = std::to_array<std::string_view>(
    {"the",  "a",     "an",    "my",  "our", "your",  "his", "her",  "their", "its",  "it",  "this",
     "that", "these", "those", "you", "all", "every", "no",  "some", "most",  "both", "many"});

/// Verbs that carry a tense; those on "-ed" tell themselves.
constexpr auto kFinite = std::to_array<std::string_view>(
    {"is",       "are",   "was",     "were",   "isn't",    "aren't",  "wasn't", "weren't",
     "has",      "have",  "had",     "hasn't", "haven't",  "hadn't",  "do",     "does",
     "did",      "don't", "doesn't", "didn't", "can",      "can't",   "cannot", "could",
     "couldn't", "will",  "won't",   "would",  "wouldn't", "am",      "broke",  "broken",
     "came",     "comes", "went",    "goes",   "got",      "gets",    "left",   "lost",
     "took",     "takes", "made",    "makes",  "keeps",    "kept",    "fell",   "froze",
     "died",     "ran",   "runs",    "gave",   "stopped",  "forgot",  "said",   "says",
     "sent",     "shut",  "sold",    "stole",  "never",    "crashes", "fails",  "freezes",
     "stops",    "burst", "bought",  "paid",   "hit",      "rose",    "became", "wore",
     "found",    "needs", "wants",   "closed", "raised",   "moved"});

/// Words behind which a noun is still to come, or a clause that goes on.
constexpr auto kOpen = std::to_array<std::string_view>(
    {"during", "without", "between", "near", "behind", "through", "against", "across", "within",
     "until", "till", "because", "since", "though", "unless", "whether", "nor", "while"});

/// Words of grammar that may be the last of a clause.
constexpr auto kParticles = std::to_array<std::string_view>(
    {"down", "up", "out", "off", "over", "back", "away", "again", "me", "us", "them"});

/// Verbs that take a clause ("because it says the card is blocked …"), and a noun that does.
constexpr auto kTells = std::to_array<std::string_view>(
    {"says",    "said",    "say",      "told",  "know",   "knew",    "think",
     "thought", "believe", "believed", "claim", "claims", "claimed", "shows",
     "showed",  "means",   "meant",    "fact",  "hope",   "hoped"});

bool in(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool finite(std::string_view word) {
  return in(kFinite, word) || (word.size() >= kShortestEd && word.ends_with("ed"));
}

/// True for a word behind which a thing or a verb may be at its end.
bool rounds_off(std::string_view word) {
  if (in(kTells, word) || in(kAlone, word)) return false;
  if (finite(word)) return true;
  if (in(kParticles, word)) return true;
  return !Lexicon::get().has(word, LexicalClass::function) && !in(kOpen, word) &&
         !in(kDeterminers, word);
}

/// True if the words from `at` on are a subject with its verb.
bool has_verb_soon(const Tokens& tokens, std::uint32_t at, std::uint32_t last) {
  const std::uint32_t stop = std::min(last, at + 1 + kVerbWithin);
  for (std::uint32_t i = at + 1; i < stop; ++i) {
    const std::string_view word = tokens.word(i);
    if (finite(word)) return true;
    if (in(kAlone, word) || in(kDeterminers, word) || in(kOpen, word)) return false;
    if (Lexicon::get().has(word, LexicalClass::function)) return false;
  }
  return false;
}

}  // namespace

std::uint32_t effect_begins(const Tokens& tokens, std::uint32_t first, std::uint32_t last,
                            Takes takes) {
  if (first + 1 < last && tokens.word(first + 1) == "fact") takes = Takes::clause;
  bool whole = takes == Takes::thing;
  for (std::uint32_t i = first + 1; i < last; ++i) {
    const std::string_view word = tokens.word(i);
    const std::string_view before = tokens.word(i - 1);
    const bool subject = in(kAlone, word) || in(kDeterminers, word);
    if (whole && subject && rounds_off(before)) {
      const bool object = takes == Takes::clause || before.ends_with("ing") || word == "that";
      if (in(kAlone, word) || !object || has_verb_soon(tokens, i, last)) return i;
    }
    whole = whole || finite(word);
  }
  return last;
}

}  // namespace attune
