// SPDX-License-Identifier: Apache-2.0
#include "themes/words/phrases.h"

#include <algorithm>
#include <array>

#include "base/hash.h"

namespace attune {

namespace {

constexpr std::size_t kMostWords = 6;
constexpr std::size_t kMostBytes = 24;  // longer "words" are links, laughter or mistakes

// All tables are sorted.
// May open a name, though they say nothing alone: "on hold", "without permission".
constexpr auto kOpening =
    std::to_array<std::string_view>({"how", "on", "over", "under", "without"});
// Begin something else: no phrase runs across them.
constexpr auto kBreaking = std::to_array<std::string_view>(
    {"because", "but", "he", "i", "if", "it", "she", "so", "that", "then", "which", "while"});
// Belong to the word before them, and may end a name: "top up", "hung up".
constexpr auto kParticles = std::to_array<std::string_view>({"down", "off", "out", "up"});
// Say nothing that a name needs, wherever they stand.
constexpr auto kLight = std::to_array<std::string_view>(
    {"actually", "already",  "always",  "amp",      "anyway", "currently", "even",  "ever",
     "gt",       "haha",     "instead", "lol",      "lt",     "maybe",     "much",  "omg",
     "please",   "plz",      "quite",   "recently", "rt",     "since",     "still", "though",
     "today",    "tomorrow", "ur",      "via",      "well",   "yesterday", "yet"});
constexpr auto kNegations =
    std::to_array<std::string_view>({"cannot", "cant", "didnt", "doesnt", "dont", "isnt", "never",
                                     "no", "nobody", "none", "not", "nothing", "wasnt", "wont"});
// Stand in phrases of every topic, and so do not make one.
constexpr auto kWeak = std::to_array<std::string_view>(
    {"able",       "ago",    "another", "anyone", "anything", "asked", "asking",  "away",
     "back",       "came",   "come",    "coming", "day",      "days",  "else",    "every",
     "everything", "first",  "gave",    "gets",   "getting",  "gone",  "guys",    "happen",
     "happened",   "hour",   "hours",   "last",   "long",     "look",  "looking", "lot",
     "made",       "making", "many",    "mean",   "means",    "min",   "mins",    "minute",
     "minutes",    "month",  "months",  "never",  "new",      "next",  "old",     "one",
     "people",     "put",    "said",    "say",    "saying",   "says",  "see",     "someone",
     "something",  "sorry",  "stuff",   "sure",   "take",     "takes", "taking",  "thing",
     "things",     "think",  "though",  "three",  "through",  "time",  "times",   "told",
     "took",       "tried",  "try",     "trying", "two",      "use",   "used",    "using",
     "wanna",      "wanted", "way",     "week",   "weeks",    "went",  "without", "year",
     "years"});
// Praise or blame, whatever it is for: alone they are no topic.
constexpr auto kJudging = std::to_array<std::string_view>(
    {"amazing",       "awesome",    "awful",     "bad",       "bakwas",      "bast",
     "best",          "bestest",    "better",    "brilliant", "cool",        "disappointed",
     "disappointing", "disgusting", "excellent", "fab",       "fabulous",    "fantastic",
     "garbage",       "good",       "great",     "happy",     "horrible",    "impressed",
     "incredible",    "lovely",     "nice",      "osm",       "outstanding", "pathetic",
     "perfect",       "poor",       "rubbish",   "sucks",     "super",       "superb",
     "terrible",      "useless",    "wonderful", "worse",     "worst",       "worthless",
     "wow",           "wrost"});

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool only_letters(std::string_view word) {
  return std::none_of(word.begin(), word.end(),
                      [](char c) { return (c >= '0' && c <= '9') || c == '_'; });
}

}  // namespace

PhraseReader::Role PhraseReader::role_of(std::string_view folded) {
  if (holds(kNegations, folded) || folded.ends_with("n't")) return Role::negation;
  if (holds(kBreaking, folded)) return Role::breaks;
  if (holds(kOpening, folded)) return Role::opening;
  if (holds(kParticles, folded)) return Role::particle;
  if (is_function_word(folded)) return Role::function;
  if (holds(kLight, folded) || folded.size() < 2) return Role::light;
  if (holds(kWeak, folded)) return Role::weak;
  if (is_blacked_out(folded)) return Role::breaks;
  return holds(kJudging, folded) ? Role::judging : Role::content;
}

PhraseReader::Word PhraseReader::word(std::size_t token) {
  if (tokens_.list[token].kind == TokenKind::punctuation && tokens_.word(token) == "-" &&
      token > 0 && !tokens_.list[token].space_before && token + 1 < tokens_.size() &&
      !tokens_.list[token + 1].space_before) {
    return {0, Role::light};  // joins: "top-up" is "top up"
  }
  if (tokens_.list[token].kind != TokenKind::word) return {};
  const std::string folded(tokens_.word(token));
  const auto [entry, fresh] = known_.try_emplace(folded);
  Word& word = entry->second;
  if (!fresh || folded.size() > kMostBytes || !only_letters(folded)) return word;
  word.role = role_of(folded);
  word.stem = word.role == Role::negation ? hash64("not") : hash64(stems_.stem(folded));
  return word;
}

bool PhraseReader::may_begin(std::size_t at) const {
  switch (words_[at].role) {
    case Role::negation:
    case Role::weak:
    case Role::judging:
    case Role::content:
      return true;
    case Role::opening:
      return at + 1 < words_.size() && words_[at + 1].stem != 0 &&
             words_[at + 1].role != Role::function;
    default:
      return false;
  }
}

void PhraseReader::read_from(std::size_t begin) {
  if (!may_begin(begin)) return;
  Phrase phrase;
  phrase.begin = static_cast<std::uint32_t>(begin);
  Role before = Role::breaks;
  for (std::size_t i = begin; i < std::min(words_.size(), begin + kMostWords); ++i) {
    const Word& word = words_[i];
    if (word.role == Role::breaks) return;
    const bool attached =
        word.role == Role::particle && (before == Role::content || before == Role::weak);
    if (word.stem != 0) before = word.role;
    const bool says = attached || word.role == Role::weak || word.role == Role::judging ||
                      word.role == Role::content;
    if (!says && word.role != Role::negation) continue;
    ++phrase.said;
    phrase.key = hash_pair(phrase.key, word.stem);
    phrase.words += hash_pair(word.stem, 0);
    phrase.contents += attached || word.role == Role::content ? 1 : 0;
    phrase.judges += word.role == Role::judging ? 1 : 0;
    phrase.end = static_cast<std::uint32_t>(i + 1);
    if (says && phrase.contents + phrase.judges > 0) phrases_.push_back(phrase);
  }
}

const std::vector<Phrase>& PhraseReader::read(std::string_view text) {
  tokenise(text, tokens_);
  phrases_.clear();
  words_.clear();
  for (std::size_t i = 0; i < tokens_.size(); ++i) words_.push_back(word(i));
  for (std::size_t i = 0; i < words_.size(); ++i) read_from(i);
  return phrases_;
}

std::string PhraseReader::shown(const Phrase& phrase) const {
  std::string out;
  for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
    if (tokens_.list[i].kind == TokenKind::punctuation) continue;
    if (!out.empty()) out += ' ';
    out += tokens_.word(i);
  }
  return out;
}

}  // namespace attune
