// SPDX-License-Identifier: Apache-2.0
#include "problems/evidence/question_answers.h"

#include <algorithm>
#include <initializer_list>

#include "text/tokens.h"

namespace attune::problems {

namespace {

constexpr float kAsked = 0.8F;         // That people answer what they are asked. A judgement.
constexpr std::size_t kMostWords = 8;  // Of an answer that says there is nothing.

std::uint16_t bit(Kind kind) {
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
}

Kind kind_asked_for(Asked asked) {
  if (asked == Asked::good) return Kind::praise;
  return asked == Asked::bad ? Kind::struggle : Kind::need;
}

/// The kinds that no answer to the question has.
std::uint16_t excluded_by(Asked asked) {
  if (asked == Asked::good) return bit(Kind::struggle) | bit(Kind::churn_threat) | bit(Kind::need);
  if (asked == Asked::bad) return bit(Kind::praise) | bit(Kind::advocacy);
  return 0;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Words that may stand behind "nothing" without saying more than it.
bool adds_nothing(std::string_view word) {
  return is_one_of(
      word, {"really",   "at",         "all",   "so",       "far",        "yet",       "comes",
             "to",       "mind",       "i",     "can",      "think",      "of",        "that",
             "honestly", "much",       "in",    "specific", "particular", "special",   "say",
             "report",   "add",        "about", "complain", "mention",    "bad",       "wrong",
             "negative", "positive",   "good",  "improve",  "change",     "dislike",   "like",
             "moment",   "now",        "for",   "me",       "the",        "just",      "it",
             "was",      "everything", "is",    "great",    "perfect",    "fine",      "very",
             "as",       "complaints", "no",    "nothing",  "none",       "thanks",    "thank",
             "you",      "keep",       "up",    "work",     "love",       "loved",     "problems",
             "issues",   "anything",   "a",     "thing",    "complaint",  "negatives", "cons"});
}

/// "No", "none": the word may open an answer that says nothing, unless `second` goes with it.
bool opens_nothing(std::string_view first, std::string_view second) {
  if (first == "not") return is_one_of(second, {"really", "much", "a", "anything"});
  if (first == "no")
    return !is_one_of(second, {"good", "like", "love", "work", "change", "thanks"});
  return is_one_of(first, {"nothing", "none", "nil", "nope", "nada", "can't", "cannot"});
}

}  // namespace

bool answers_nothing(std::string_view text) {
  Tokens tokens;
  tokenise(text, tokens);
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.list[i].kind == TokenKind::word) words.push_back(tokens.word(i));
  }
  if (words.empty() || words.size() > kMostWords) return false;
  const std::string_view second = words.size() > 1 ? words[1] : std::string_view();
  return opens_nothing(words.front(), second) &&
         std::all_of(words.begin() + 1, words.end(), adds_nothing);
}

void heed_question(Asked asked, std::string_view text, std::vector<CorpusClause>& clauses) {
  if (asked == Asked::anything) return;
  const Kind kind = kind_asked_for(asked);
  const auto excluded =
      static_cast<std::uint16_t>(excluded_by(asked) | (answers_nothing(text) ? bit(kind) : 0));
  const bool nothing = (excluded & bit(kind)) != 0;
  const bool said = std::any_of(clauses.begin(), clauses.end(),
                                [&](const CorpusClause& clause) { return clause.is(kind); });
  for (CorpusClause& clause : clauses) {
    clause.kinds = static_cast<std::uint16_t>(clause.kinds & ~excluded);
    if (!said && !nothing) {
      clause.kinds |= bit(kind);
      clause.p = std::max(clause.p, kAsked);
    }
    if (clause.is(kind)) clause.first = kind;
    if (!clause.is(clause.first)) clause.first = Kind::other;
  }
}

}  // namespace attune::problems
