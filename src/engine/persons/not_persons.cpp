// SPDX-License-Identifier: Apache-2.0
#include "engine/persons/not_persons.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "text/tokens.h"

namespace attune {

namespace {

constexpr std::uint64_t kFewest = 10;  ///< Messages that share a word.
constexpr std::uint64_t kShare = 20;   ///< One in so many messages.

using Words = std::set<std::string, std::less<>>;

void add_words(std::string_view value, Tokens& tokens, Words& words) {
  tokenise(value, tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.list[i].kind == TokenKind::word) words.emplace(tokens.word(i));
  }
}

/// Whether `words` holds every word of `part`, and there is one.
bool all_in(std::string_view part, const Words& words, Tokens& tokens) {
  tokenise(part, tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool word = tokens.list[i].kind == TokenKind::word;
    if (word && !words.contains(tokens.word(i))) return false;
  }
  return tokens.size() > 0;
}

bool any_person(const std::vector<PiiSpan>& found) {
  return std::any_of(found.begin(), found.end(),
                     [](const PiiSpan& one) { return one.kind == "person"; });
}

void forget(std::string_view text, const Words& words, Tokens& tokens,
            std::vector<PiiSpan>& found) {
  std::erase_if(found, [&](const PiiSpan& one) {
    return one.kind == "person" && all_in(one.span.of(text), words, tokens);
  });
}

/// The lone words that too many customers' messages hold as a person.
Words shared_words(const problems::Corpus& corpus, Tokens& tokens) {
  std::map<std::string, std::uint64_t, std::less<>> counts;
  std::uint64_t messages = 0;
  for (const problems::CorpusMessage& message : corpus.messages) {
    if (!problems::Corpus::counts(message)) continue;
    ++messages;
    Words met;
    for (const PiiSpan& one : message.personal) {
      if (one.kind != "person") continue;
      tokenise(one.span.of(message.text), tokens);
      if (tokens.size() == 1) met.emplace(tokens.word(0));
    }
    for (const std::string& word : met) ++counts[word];
  }
  Words shared;
  for (const auto& [word, count] : counts) {
    if (count >= kFewest && count * kShare >= messages) shared.insert(word);
  }
  return shared;
}

}  // namespace

void forget_brand(std::string_view brand, std::string_view text, std::vector<PiiSpan>& found) {
  if (brand.empty() || !any_person(found)) return;
  Tokens tokens;
  Words words;
  add_words(brand, tokens, words);
  forget(text, words, tokens, found);
}

void forget_shared_persons(problems::Corpus& corpus) {
  Tokens tokens;
  Words words = shared_words(corpus, tokens);
  for (const std::string& brand : corpus.brands) add_words(brand, tokens, words);
  if (words.empty()) return;
  for (problems::CorpusMessage& message : corpus.messages) {
    if (any_person(message.personal)) forget(message.text, words, tokens, message.personal);
  }
}

}  // namespace attune
