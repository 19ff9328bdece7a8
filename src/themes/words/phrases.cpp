// SPDX-License-Identifier: Apache-2.0
//
// Idea. Each word has one role, by the lexicon's classes in a fixed order of precedence. From each
// word that may begin a phrase a walk of at most six tokens keeps a running key of the words that
// count, and gives a phrase at each word that may end one. Stems make "arriving" and "arrived" one,
// every negation is "not", small words are left out of the key but shown.
//
// When it applies. English. A mark ends the walk, except a hyphen within a word, which counts as a
// token. A negation may begin a phrase, not end it; a particle counts only after a word of content
// or a weak one. Words over 24 bytes, with digits or underscores, or blacked out, break. The same
// phrase may come twice from a text.
//
// What it costs. O(bytes) to cut the text and O(words), six steps from each at most. A reader keeps
// what it knows of every word met: memory O(distinct words).
//
// Source. J. S. Justeson, S. M. Katz, Technical terminology: some linguistic properties and an
// algorithm for identification in text, Natural Language Engineering 1 (1995), for patterns of word
// classes; theirs are parts of speech.
//
// Tested in parts_test.cpp (Phrases), and by the names that come of them (Naming).
#include "themes/words/phrases.h"

#include <algorithm>

#include "base/hash.h"
#include "text/words/lexicon.h"
#include "themes/words/terms.h"

namespace attune {

namespace {

constexpr std::size_t kMostWords = 6;
constexpr std::size_t kMostBytes = 24;  // longer "words" are links, laughter or mistakes

bool only_letters(std::string_view word) {
  return std::none_of(word.begin(), word.end(),
                      [](char c) { return (c >= '0' && c <= '9') || c == '_'; });
}

}  // namespace

PhraseReader::Role PhraseReader::role_of(std::string_view folded) {
  const WordEntry* const known = Lexicon::get().find(folded);
  const auto is = [known](LexicalClass one) { return known != nullptr && known->classes.has(one); };
  if (is(LexicalClass::phrase_negates) || folded.ends_with("n't")) return Role::negation;
  if (is(LexicalClass::phrase_breaks)) return Role::breaks;
  if (is(LexicalClass::phrase_opens)) return Role::opening;
  if (is(LexicalClass::phrase_particle)) return Role::particle;
  if (is_function_word(folded)) return Role::function;
  if (is(LexicalClass::phrase_light) || folded.size() < 2) return Role::light;
  if (is(LexicalClass::phrase_weak)) return Role::weak;
  if (is_blacked_out(folded)) return Role::breaks;
  return is(LexicalClass::phrase_judges) ? Role::judging : Role::content;
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
