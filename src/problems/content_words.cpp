// SPDX-License-Identifier: Apache-2.0
#include "problems/content_words.h"

#include <unordered_map>

#include "text/tokens.h"
#include "text/words/lexicon.h"

namespace attune::problems {

namespace {

constexpr std::size_t kFewestMessages = 200;  // Below: no word counts as the trade's own.
constexpr double kCommon = 0.08;              // Share of messages that hold a trade's own word,
constexpr double kJudged = 0.04;           // and of its uses that stand right behind a judgement.
constexpr std::size_t kMostRead = 20'000;  // Messages looked at to find them.
constexpr std::size_t kReach = 3;          // "waste of my money": words that "waste" covers.

bool judges(std::string_view word) {
  return Lexicon::get().has(word, LexicalClass::unspecific);
}

/// A judgement that stands right before what it judges: "worst app", "great flight".
bool evaluates(std::string_view word) {
  return Lexicon::get().has(word, LexicalClass::evaluation);
}

struct Use {
  std::uint32_t messages = 0;
  std::uint32_t uses = 0;
  std::uint32_t judged = 0;
  std::uint32_t last = kNobody;  // Message that held it last.
};

void count_words(const Tokens& tokens, std::uint32_t message,
                 std::unordered_map<std::string, Use>& uses) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.list[i].kind != TokenKind::word || judges(tokens.word(i))) continue;
    Use& use = uses[std::string(tokens.word(i))];
    ++use.uses;
    use.judged += i > 0 && evaluates(tokens.word(i - 1)) ? 1 : 0;
    use.messages += use.last != message ? 1 : 0;
    use.last = message;
  }
}

}  // namespace

Judging::Judging(const Corpus& corpus) {
  Tokens tokens;
  for (const std::string& brand : corpus.brands) {
    tokenise(brand, tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) own_.emplace(tokens.word(i));
  }
  const std::size_t step = corpus.messages.size() / kMostRead + 1;
  std::unordered_map<std::string, Use> uses;
  std::size_t read = 0;
  for (std::size_t m = 0; m < corpus.messages.size(); m += step) {
    if (!Corpus::counts(corpus.messages[m])) continue;
    ++read;
    tokenise(corpus.messages[m].text, tokens);
    count_words(tokens, static_cast<std::uint32_t>(m), uses);
  }
  if (read < kFewestMessages) return;
  for (const auto& [word, use] : uses) {
    if (use.messages >= kCommon * static_cast<double>(read) && use.judged >= kJudged * use.uses) {
      own_.insert(word);
    }
  }
}

bool Judging::says_what(std::string_view text) {
  tokenise(text, tokens_);
  std::size_t wasted = 0;  // Words that a "waste" before them still covers.
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const TokenKind kind = tokens_.list[i].kind;
    if (kind != TokenKind::word && kind != TokenKind::hashtag) continue;
    const std::string_view word = tokens_.word(i);
    const bool covered = wasted > 0 && (word == "money" || word == "time");
    wasted = word.starts_with("wast") || word == "worth" ? kReach : wasted - (wasted > 0 ? 1 : 0);
    if (!covered && word.size() > 1 && !judges(word) && !own_.contains(std::string(word))) {
      return true;
    }
  }
  return false;
}

}  // namespace attune::problems
