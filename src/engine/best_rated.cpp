// SPDX-License-Identifier: Apache-2.0
#include "engine/best_rated.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/spares.h"
#include "problems/evidence/contentment.h"
#include "text/tokens.h"
#include "text/words/lexicon.h"

namespace attune {

namespace {

using problems::Content;
using problems::CorpusClause;
using problems::CorpusMessage;

// Set on 3,500 five-star reviews of apps and goods: of the struggles left two in three are some.
constexpr float kSure = 0.85F;           // Behind a turn,
constexpr float kSurer = 0.95F;          // and without one.
constexpr float kUnpleasant = -0.7F;     // Valence of the clause alone behind a turn,
constexpr float kUnpleasanter = -0.8F;   // and without one.
constexpr float kUneasy = -0.3F;         // Of whoever reads as glad.
constexpr std::size_t kDeniedWords = 6;  // From what denies to the trouble, at most.
constexpr std::size_t kChunk = 64;       // Clauses a thread takes at a time.

bool turns(std::string_view word) {
  if (Lexicon::get().has(word, LexicalClass::cue_but)) return true;
  constexpr std::array<std::string_view, 13> kOthers = {
      "only",  "unfortunately", "sadly",    "shame", "until", "complaint", "complaints",
      "gripe", "downside",      "drawback", "issue", "con",   "cons"};
  return std::find(kOthers.begin(), kOthers.end(), word) != kOthers.end();
}

bool ends_sentence(std::string_view word) {
  return word == "." || word == "!" || word == "?" || word == ";";
}

bool denies(std::string_view word) {
  return Lexicon::get().has(word, LexicalClass::cue_negator);
}

bool is_trouble(std::string_view word) {
  constexpr std::array<std::string_view, 13> kTrouble = {
      "issue",  "issues",     "problem",       "problems", "complaint", "complaints", "trouble",
      "hassle", "difficulty", "inconvenience", "regrets",  "fault",     "faults"};
  return std::find(kTrouble.begin(), kTrouble.end(), word) != kTrouble.end();
}

/// What was feared or thought before it turned out well: "I was worried that …".
bool supposes(std::string_view word) {
  constexpr std::array<std::string_view, 9> kSupposing = {"worried",   "afraid",   "feared",
                                                          "expected",  "thought",  "skeptical",
                                                          "sceptical", "hesitant", "doubted"};
  return std::find(kSupposing.begin(), kSupposing.end(), word) != kSupposing.end();
}

/// How a clause stands to the turns of its sentence.
struct Turning {
  bool turned = false;    ///< It begins with one, or one stands ahead of it.
  bool denied = false;    ///< What follows the turn that it begins with, or trouble, is denied,
                          ///< or it was only supposed.
  std::string_view rest;  ///< The clause without that turn.
};

/// Reads the turns of `text` up to the end of `span`.
Turning turning_of(std::string_view text, Span span, Tokens& tokens) {
  tokenise(text.substr(0, span.end), tokens);
  Turning found{.rest = span.of(text)};
  std::size_t words = 0;   // Of the clause, read so far.
  std::size_t denier = 0;  // The last of them that denies, counted from 1.
  bool leads = true;       // Nothing but turns so far.
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = tokens.word(i);
    const bool inside = tokens.list[i].span.begin >= span.begin;
    if (!inside && ends_sentence(word)) found.turned = false;
    if (turns(word)) found.turned = true;
    if (!inside || tokens.list[i].kind != TokenKind::word) continue;
    leads = leads && turns(word);
    if (leads)
      found.rest = text.substr(tokens.list[i].span.end, span.end - tokens.list[i].span.end);
    if (leads) continue;
    ++words;
    if (denies(word)) denier = words;
    found.denied = found.denied || denier == 1 || supposes(word) ||
                   (is_trouble(word) && denier > 0 && words <= denier + kDeniedWords);
  }
  return found;
}

/// Which clauses could be outright: the rest is decided by reading them alone.
bool may_be_outright(const CorpusClause& clause, Content content) {
  if (clause.first != Kind::struggle) return false;
  return content == Content::reads_glad || (!clause.is(Kind::praise) && clause.p >= kSure);
}

/// Enough of whoever reads as glad.
bool reads_bad(const Turning& turning, const Reading& alone) {
  return !turning.denied && alone.sentiment.label == Polarity::negative && alone.valence <= kUneasy;
}

/// Enough of whoever rates best.
bool is_outright(const CorpusMessage& message, const CorpusClause& clause, const Turning& turning,
                 const Reading& alone) {
  if (turning.denied || alone.sentiment.label != Polarity::negative) return false;
  if (turning.turned) return alone.valence <= kUnpleasant;
  return message.sentiment == Polarity::negative && clause.p >= kSurer &&
         alone.valence <= kUnpleasanter;
}

void forget_struggle(CorpusClause& clause) {
  clause.kinds &= static_cast<std::uint16_t>(~(1U << static_cast<unsigned>(Kind::struggle)));
  if (clause.first == Kind::struggle)
    clause.first = clause.is(Kind::praise) ? Kind::praise : Kind::other;
}

/// A clause that struggles in the message of somebody content.
struct Doubtful {
  std::uint32_t clause = 0;
  Content content = Content::open;
};

std::vector<Doubtful> doubtful_clauses(const problems::Corpus& corpus) {
  std::vector<Doubtful> doubtful;
  const problems::ContentReader reader(corpus);
  for (const CorpusMessage& message : corpus.messages) {
    const Content content = reader.of(message);
    if (content == Content::open) continue;
    for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
      if (corpus.clauses[c].is(Kind::struggle)) doubtful.push_back({c, content});
    }
  }
  return doubtful;
}

}  // namespace

void forget_doubtful_struggles(const Understander& understander, const Pool& pool,
                               problems::Corpus& corpus) {
  const std::vector<Doubtful> doubtful = doubtful_clauses(corpus);
  Spares<Understander::State> spare;
  pool.for_each_chunk(doubtful.size(), kChunk, [&](std::size_t begin, std::size_t end) {
    auto state = spare.take();
    Reading alone;
    Tokens tokens;
    for (std::size_t i = begin; i < end; ++i) {
      CorpusClause& clause = corpus.clauses[doubtful[i].clause];
      bool outright = false;
      if (may_be_outright(clause, doubtful[i].content)) {
        const CorpusMessage& message = corpus.messages[clause.message];
        const Turning turning = turning_of(message.text, clause.span, tokens);
        understander.read(turning.rest, *state, alone, Reach::feelings);
        outright = doubtful[i].content == Content::rated_best
                       ? is_outright(message, clause, turning, alone)
                       : reads_bad(turning, alone);
      }
      if (!outright) forget_struggle(clause);
    }
    spare.give_back(std::move(state));
  });
}

}  // namespace attune
