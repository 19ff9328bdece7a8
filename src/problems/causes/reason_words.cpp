// SPDX-License-Identifier: Apache-2.0
#include "problems/causes/reason_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/hash.h"
#include "text/clause_words.h"
#include "text/words/lexicon.h"
#include "text/words/stem.h"
#include "themes/words/terms.h"

namespace attune::problems {

namespace {

constexpr std::size_t kLongest = 16;    // Tokens above which a reason is a story.
constexpr std::size_t kShortWord = 3;   // Letters from which a word carries content.
constexpr double kOften = 0.2;          // Share of a topic's clauses that hold a word of its own.
constexpr std::size_t kFewestHeld = 3;  // And their least number.
constexpr std::size_t kMostClauses = 600;  // Clauses looked at; of more an even sample.
constexpr double kEverywhere = 0.15;       // Share of clauses that hold a word of the whole file,
constexpr std::size_t kMostInFile = 400;   // and clauses looked at for it.

/// Words that name no cause, only that there is one; and days and stretches of time.
constexpr auto kHollow = std::to_array<std::string_view>(
    {"issue",  "issues",  "problem", "problems", "reason",    "reasons",   "cause",     "fault",
     "way",    "time",    "times",   "day",      "days",      "hour",      "hours",     "minutes",
     "week",   "weeks",   "month",   "months",   "year",      "years",     "today",     "yesterday",
     "monday", "tuesday", "friday",  "thursday", "sunday",    "saturday",  "wednesday", "morning",
     "people", "person",  "guys",    "company",  "fact",      "situation", "case",      "matter",
     "said",   "says",    "told",    "know",     "going",     "getting",   "trying",    "tried",
     "error",  "errors",  "glitch",  "glitches", "technical", "mistake",   "whatever",  "option",
     "help",   "unable",  "able",    "chance",   "ability",   "something", "someone",   "still",
     "ever",   "even",    "already", "always",   "currently", "several",   "multiple"});

/// "I don't have a card", "I never opened it", "I moved": what the writer lacks or did not do is
/// why something is refused; all else behind "I" and "we" is the writer's own side.
constexpr auto kNot = std::to_array<std::string_view>({"don't", "didn't", "am", "never", "dont"});
constexpr auto kLacks = std::to_array<std::string_view>(
    {"have", "live", "own", "opened", "not", "a", "changed", "signed", "authorized", "authorised",
     "open", "apply", "applied", "received", "receive", "even", "made", "under"});
constexpr auto kChanges = std::to_array<std::string_view>({"changed", "moved", "live", "switched"});

/// First words of what is no cause: a condition, or something that was said before.
constexpr auto kNoFirst = std::to_array<std::string_view>(
    {"if",   "this",  "that",  "these", "those",   "something", "i'm",  "i've",     "i'd",
     "im",   "ive",   "we've", "we're", "i'll",    "we'll",     "me",   "us",       "you're",
     "what", "which", "how",   "not",   "nothing", "whatever",  "any",  "anything", "to",
     "on",   "in",    "at",    "for",   "with",    "from",      "than", "now",      "when"});

bool in(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool carries_content(const Tokens& tokens, std::size_t i) {
  const std::string_view word = tokens.word(i);
  if (tokens.list[i].kind != TokenKind::word || word.size() < kShortWord) return false;
  const Lexicon& lexicon = Lexicon::get();
  return !is_function_word(word) && !is_blacked_out(word) && !in(kHollow, word) &&
         !lexicon.has(word, LexicalClass::unspecific) &&
         !lexicon.has(word, LexicalClass::evaluation);
}

void make_set(WordSet& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

/// True where a sentence ends before the last word.
bool runs_on(const Tokens& tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens.list[i].kind == TokenKind::punctuation && ends_sentence(tokens.word(i)) &&
        tokens.list[i + 1].space_before)
      return true;
  }
  return false;
}

/// "I have been on hold", "we need it on Monday".
bool tells_own_side(const Tokens& tokens) {
  if (tokens.word(0) != "i" && tokens.word(0) != "we") return false;
  if (tokens.size() < 3) return true;
  const bool lacks = in(kNot, tokens.word(1)) && in(kLacks, tokens.word(2));
  return !lacks && !in(kChanges, tokens.word(1));
}

/// "A bit of care would be a start": what would be, not what is.
bool supposes(const Tokens& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.word(i) == "would") return true;
  }
  return false;
}

/// "… because of this".
bool points_back(const Tokens& tokens) {
  if (tokens.size() < 2) return false;
  const std::string_view last = tokens.word(tokens.size() - 1);
  const std::string_view before = tokens.word(tokens.size() - 2);
  return (last == "this" || last == "that") && (before == "of" || before == "to" || before == "by");
}

/// Words with capitals alone, in a text that has small letters too.
bool is_name(const Tokens& tokens) {
  std::size_t names = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!carries_content(tokens, i)) continue;
    if (!tokens.list[i].title) return false;
    ++names;
  }
  return names > 0 && names + 1 >= tokens.size();
}

/// Counts in how many texts each word stands.
class Held {
 public:
  void add(const WordSet& words) {
    ++texts_;
    for (const std::uint64_t word : words) ++times_[word];
  }
  /// Appends the words that stand in at least `share` of the texts.
  void take(double share, WordSet& out) const {
    for (const auto& [word, times] : times_) {
      if (times >= kFewestHeld && static_cast<double>(times) >= share * static_cast<double>(texts_))
        out.push_back(word);
    }
  }

 private:
  std::unordered_map<std::uint64_t, std::size_t> times_;
  std::size_t texts_ = 0;
};

}  // namespace

WordSet ReasonWords::read(std::string_view text) {
  tokenise(text, tokens_);
  WordSet words;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    found_.clear();
    if (concepts_ != nullptr) concepts_->find_at(tokens_, i, tokens_.size(), found_);
    for (const std::uint16_t one : found_) words.push_back(hash_pair(0xC0, one));
    if (found_.empty() && carries_content(tokens_, i))
      words.push_back(hash64(short_form(tokens_.word(i))));
  }
  make_set(words);
  return words;
}

WordSet ReasonWords::name_words(const Topic& topic) {
  return read(topic.name);
}

WordSet ReasonWords::topic_words(const Corpus& corpus, const Topic& topic,
                                 const std::vector<std::uint32_t>& clauses) {
  WordSet own = name_words(topic);
  Held held;
  const std::size_t step = clauses.size() / kMostClauses + 1;
  for (std::size_t i = 0; i < clauses.size(); i += step)
    held.add(read(effect_of(corpus, corpus.clauses[clauses[i]])));
  held.take(kOften, own);
  make_set(own);
  return own;
}

WordSet ReasonWords::file_words(const Corpus& corpus) {
  Held held;
  const std::size_t step = corpus.clauses.size() / kMostInFile + 1;
  for (std::size_t i = 0; i < corpus.clauses.size(); i += step)
    held.add(read(effect_of(corpus, corpus.clauses[i])));
  WordSet common;
  held.take(kEverywhere, common);
  make_set(common);
  return common;
}

std::string effect_of(const Corpus& corpus, const CorpusClause& clause) {
  const CorpusMessage& message = corpus.messages[clause.message];
  std::string text(clause.span.of(message.text));
  const auto blank = [&](const std::optional<Span>& reason) {
    if (!reason) return;
    const std::uint32_t from = std::max(reason->begin, clause.span.begin);
    const std::uint32_t to = std::min(reason->end, clause.span.end);
    for (std::uint32_t i = from; i < to; ++i) text[i - clause.span.begin] = ' ';
  };
  blank(clause.because);
  for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c)
    blank(corpus.clauses[c].because);
  return text;
}

WordSet without(const WordSet& all, const WordSet& known) {
  WordSet left;
  std::set_difference(all.begin(), all.end(), known.begin(), known.end(), std::back_inserter(left));
  return left;
}

std::size_t common_words(const WordSet& a, const WordSet& b) {
  std::size_t both = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    both += a[i] == b[j] ? 1 : 0;
    a[i] < b[j] ? ++i : ++j;
  }
  return both;
}

bool dated(const Tokens& tokens) {
  return tokens.word(0) == "after" || tokens.word(0) == "since" || tokens.word(0) == "following";
}

bool explains_nothing(const Tokens& tokens) {
  return tokens.size() == 0 || tokens.size() > kLongest || in(kNoFirst, tokens.word(0)) ||
         runs_on(tokens) || points_back(tokens) || supposes(tokens) || tells_own_side(tokens) ||
         is_name(tokens);
}

}  // namespace attune::problems
