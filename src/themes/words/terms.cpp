// SPDX-License-Identifier: Apache-2.0
//
// Idea. A text is a list of 64-bit hashes: its stems, each pair of neighbours unless both are
// grammar, and the concepts that begin at a word. The key is made of the words as said, not their
// stems: it tells texts that are one from texts that are alike.
//
// When it applies. English stems and grammar words. Marks, mentions and links are passed over, so a
// pair may reach across a comma. A hashtag is its word. Two words of one hash would be taken as
// one; nothing looks for that.
//
// What it costs. O(bytes) to cut the text and O(words) for its terms, fewer than two a word besides
// concepts; stem, role and concepts are looked up once for a word that is remembered. key() stems
// nothing.
//
// Source. M. F. Porter, Snowball: a language for stemming algorithms (2001), by the Stemmer. C. D.
// Manning, P. Raghavan, H. Schütze, Introduction to Information Retrieval (2008), for stems and
// pairs of neighbours as terms.
//
// Tested in parts_test.cpp (Terms): what does not matter to a key, and which words are grammar.
#include "themes/words/terms.h"

#include "base/hash.h"
#include "text/words/lexicon.h"

namespace attune {

namespace {

constexpr std::uint64_t kConcept = 0x636F6E63657074;  // Sets concepts' hashes apart from words'.

bool is_said(TokenKind kind) {
  return kind == TokenKind::word || kind == TokenKind::number || kind == TokenKind::hashtag;
}

/// What texts are told apart by: letters, but all numbers are alike.
std::uint64_t said_hash(const Tokens& tokens, std::size_t token) {
  static const std::uint64_t kNumber = hash64("0");
  switch (tokens.list[token].kind) {
    case TokenKind::number:
      return kNumber;
    case TokenKind::hashtag:
      return hash64(tokens.word(token).substr(1));
    default:
      return tokens.traits(token).hash;
  }
}

}  // namespace

bool is_function_word(std::string_view folded) {
  const Lexicon& lexicon = Lexicon::get();
  if (lexicon.has(folded, LexicalClass::function)) return true;
  const std::size_t mark = folded.rfind('\'');  // "they're", "that's", "she'll"
  return mark != std::string_view::npos && !folded.ends_with("n't") &&
         lexicon.has(folded.substr(0, mark), LexicalClass::function);
}

bool is_blacked_out(std::string_view folded) {
  return folded.size() > 1 && folded.find_first_not_of('x') == std::string_view::npos;
}

TermReader::TermReader(const Concepts* concepts) : concepts_(concepts) {}

void TermReader::make(std::size_t token, Known& made) {
  std::string_view word = tokens_.word(token);
  const TokenKind kind = tokens_.list[token].kind;
  if (concepts_ != nullptr) made.concepts = concepts_->start(word);
  if (kind == TokenKind::number) {
    made.hash = said_hash(tokens_, token);
    return;
  }
  if (kind == TokenKind::hashtag) word.remove_prefix(1);
  made.hash = hash64(stemmer_.stem(word));
  made.function = is_function_word(word);
}

const TermReader::Known& TermReader::known(std::size_t token) {
  return words_.of(tokens_.numbers, tokens_.list[token].number,
                   [&](Known& made) { make(token, made); });
}

std::uint64_t TermReader::key(std::string_view text) {
  tokenise(text, tokens_);
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (is_said(tokens_.list[i].kind)) key = hash_pair(key, said_hash(tokens_, i));
  }
  return key;
}

void TermReader::add_concepts(const Known& here, std::size_t token, std::uint32_t position) {
  hits_.clear();
  Concepts::find_at(here.concepts, tokens_, token, tokens_.size(), hits_);
  for (const std::uint16_t hit : hits_) {
    terms_.list.push_back({hash_pair(kConcept, hit), position, TermKind::shared});
  }
}

const Terms& TermReader::read(std::string_view text) {
  terms_.list.clear();
  terms_.contents = 0;
  terms_.key = key(text);
  words_.reserve(tokens_.numbers);
  std::uint32_t position = 0;
  const Known* before = nullptr;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (!is_said(tokens_.list[i].kind)) continue;
    const Known& here = known(i);
    if (position > 0 && !(before->function && here.function)) {
      terms_.list.push_back({hash_pair(before->hash, here.hash), position - 1, TermKind::pair});
    }
    terms_.list.push_back(
        {here.hash, position, here.function ? TermKind::function : TermKind::content});
    terms_.contents += here.function ? 0 : 1;
    add_concepts(here, i, position);
    before = &here;
    ++position;
  }
  return terms_;
}

}  // namespace attune
