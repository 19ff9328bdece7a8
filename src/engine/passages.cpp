// SPDX-License-Identifier: Apache-2.0
#include "engine/passages.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_set>

#include "text/tokens.h"

namespace attune {

namespace {

constexpr std::size_t kShortBytes = 280;   // A message up to this long is one passage,
constexpr std::size_t kQuotedBytes = 160;  // and up to this long is quoted whole.
constexpr std::uint32_t kNeighbours =
    3;  // Bytes of white space between clauses of one run, at most.

/// Words that judge, and those that go with them, without saying what is judged.
constexpr auto kJudging = std::to_array<std::string_view>(
    {"a",           "absolute",    "absolutely",  "again",      "airline",      "airlines",
     "all",         "almost",      "also",        "always",     "amazing",      "an",
     "and",         "any",         "anyone",      "anything",   "app",          "application",
     "apps",        "are",         "as",          "ass",        "at",           "awesome",
     "awful",       "bad",         "badly",       "be",         "beautiful",    "been",
     "best",        "better",      "beyond",      "bogus",      "brilliant",    "but",
     "by",          "can't",       "cant",        "class",      "company",      "complete",
     "completely",  "cool",        "crap",        "damn",       "day",          "dear",
     "deserve",     "deserves",    "did",         "didn't",     "disappointed", "disappointing",
     "do",          "does",        "doesn't",     "don't",      "dont",         "download",
     "downloaded",  "downloading", "ever",        "every",      "everyone",     "everything",
     "excellent",   "experience",  "experiences", "extremely",  "fantastic",    "far",
     "fine",        "flown",       "fly",         "flying",     "for",          "from",
     "fuck",        "fucking",     "full",        "garbage",    "gave",         "give",
     "giving",      "god",         "gone",        "good",       "great",        "guys",
     "had",         "happy",       "hate",        "have",       "he",           "heard",
     "hell",        "hello",       "her",         "hey",        "hi",           "him",
     "his",         "honestly",    "horrible",    "i",          "i'm",          "i've",
     "if",          "im",          "in",          "incredible", "install",      "installed",
     "installing",  "is",          "isn't",       "it",         "it's",         "its",
     "ive",         "job",         "joke",        "just",       "keep",         "kind",
     "less",        "life",        "like",        "liked",      "literally",    "lol",
     "lot",         "love",        "loved",       "lovely",     "madam",        "made",
     "me",          "minus",       "more",        "most",       "much",         "my",
     "negative",    "never",       "nice",        "no",         "not",          "nothing",
     "now",         "of",          "oh",          "ok",         "on",           "one",
     "or",          "our",         "out",         "overall",    "pathetic",     "people",
     "perfect",     "please",      "pls",         "plz",        "poor",         "ppl",
     "pretty",      "product",     "products",    "quite",      "rate",         "rating",
     "really",      "recommend",   "review",      "reviews",    "ridiculous",   "rubbish",
     "sad",         "say",         "seen",        "seriously",  "shame",        "she",
     "shit",        "should",      "simply",      "sir",        "smh",          "so",
     "someone",     "something",   "star",        "stars",      "still",        "stuff",
     "such",        "suck",        "sucks",       "super",      "superb",       "team",
     "terrible",    "thank",       "thanks",      "that",       "that's",       "the",
     "their",       "them",        "there",       "they",       "thing",        "things",
     "think",       "third",       "this",        "thx",        "time",         "times",
     "to",          "today",       "too",         "total",      "totally",      "trash",
     "truly",       "ty",          "u",           "ugh",        "unacceptable", "uninstall",
     "uninstalled", "up",          "ur",          "us",         "use",          "used",
     "useful",      "useless",     "using",       "very",       "was",          "wasn't",
     "waste",       "way",         "we",          "well",       "were",         "what",
     "will",        "with",        "won't",       "wonderful",  "work",         "world",
     "worse",       "worst",       "worth",       "would",      "wow",          "wtf",
     "yes",         "yesterday",   "yet",         "you",        "you're",       "your",
     "zero"});

using Names = std::unordered_set<std::string>;

/// The words of all brand names: they say whom, not what.
Names brand_words(const Corpus& corpus) {
  Names words;
  Tokens tokens;
  for (const std::string& brand : corpus.brands) {
    tokenise(brand, tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) words.emplace(tokens.word(i));
  }
  return words;
}

bool judges(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords(kJudging.begin(), kJudging.end());
  return kWords.contains(word);
}

/// True if a word of `text` says what it is about.
bool says_what(std::string_view text, const Names& brands, Tokens& tokens) {
  tokenise(text, tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const TokenKind kind = tokens.list[i].kind;
    if (kind != TokenKind::word && kind != TokenKind::hashtag) continue;
    if (!judges(tokens.word(i)) && !brands.contains(std::string(tokens.word(i)))) return true;
  }
  return false;
}

void blank(std::string& text, Span span) {
  for (std::uint32_t at = span.begin; at < span.end && at < text.size(); ++at) text[at] = ' ';
}

/// "XX/XX/XXXX": what somebody blacked out before us says nothing.
void blank_redactions(std::string& text) {
  const auto is_x = [](char c) { return c == 'X' || c == 'x'; };
  const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_x(text[end])) ++end;
    const bool whole =
        (begin == 0 || !is_word(text[begin - 1])) && (end == text.size() || !is_word(text[end]));
    if (end - begin >= 2 && whole) text.replace(begin, end - begin, end - begin, ' ');
    begin = std::max(end, begin + 1);
  }
}

Kind opposite(Kind kind) {
  return kind == Kind::praise ? Kind::struggle : Kind::praise;
}

/// The whole text without the white space around it.
Span trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = std::min(text.find_first_not_of(kSpace), text.size());
  const std::size_t end = text.find_last_not_of(kSpace) + 1;
  return {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)};
}

class PassageMaker {
 public:
  PassageMaker(const Corpus& corpus, Kind kind)
      : corpus_(corpus), kind_(kind), brands_(brand_words(corpus)) {}

  std::vector<Passage> run() {
    for (std::uint32_t m = 0; m < corpus_.messages.size(); ++m) {
      const CorpusMessage& message = corpus_.messages[m];
      std::vector<std::uint32_t> clauses;
      for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
        if (wanted(message, corpus_.clauses[c])) clauses.push_back(c);
      }
      if (clauses.empty()) continue;
      if (message.text.size() <= kShortBytes) {
        keep(m, clauses, {.begin = 0, .end = static_cast<std::uint32_t>(message.text.size())});
      } else {
        for (const auto& run : runs(clauses)) keep(m, run, hull(run));
      }
    }
    return std::move(passages_);
  }

 private:
  /// Praise inside a complaint is mostly irony or politeness, and a clause that also struggles is
  /// none.
  [[nodiscard]] bool wanted(const CorpusMessage& message, const CorpusClause& clause) const {
    if (!clause.is(kind_)) return false;
    if (kind_ != Kind::praise) return true;
    return message.sentiment != Polarity::negative && !clause.is(Kind::struggle);
  }

  [[nodiscard]] std::vector<std::vector<std::uint32_t>> runs(
      const std::vector<std::uint32_t>& clauses) const {
    std::vector<std::vector<std::uint32_t>> out;
    for (const std::uint32_t c : clauses) {
      const bool joins =
          !out.empty() && corpus_.clauses[c].span.begin <=
                              corpus_.clauses[out.back().back()].span.end + kNeighbours;
      if (!joins) out.emplace_back();
      out.back().push_back(c);
    }
    return out;
  }

  [[nodiscard]] Span hull(const std::vector<std::uint32_t>& run) const {
    return {.begin = corpus_.clauses[run.front()].span.begin,
            .end = corpus_.clauses[run.back()].span.end};
  }

  /// Keeps the words within `around` as a passage, unless they only judge.
  void keep(std::uint32_t m, const std::vector<std::uint32_t>& clauses, Span around) {
    const CorpusMessage& message = corpus_.messages[m];
    Passage passage{.message = m, .clauses = clauses, .text = message.text};
    for (const PiiSpan& personal : message.personal) blank(passage.text, personal.span);
    for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
      const CorpusClause& clause = corpus_.clauses[c];
      if (clause.is(opposite(kind_)) && !clause.is(kind_)) blank(passage.text, clause.span);
    }
    blank_redactions(passage.text);
    passage.text = std::string(around.of(passage.text));
    if (!says_what(passage.text, brands_, tokens_)) return;
    passage.span = message.text.size() <= kQuotedBytes ? trimmed(message.text) : quoted(clauses);
    passages_.push_back(std::move(passage));
  }

  /// The run that holds the surest clause.
  [[nodiscard]] Span quoted(const std::vector<std::uint32_t>& clauses) const {
    const auto all = runs(clauses);
    const auto surest = [&](const std::vector<std::uint32_t>& run) {
      float p = 0;
      for (const std::uint32_t c : run) p = std::max(p, corpus_.clauses[c].p);
      return p;
    };
    const auto best = std::max_element(all.begin(), all.end(), [&](const auto& a, const auto& b) {
      return surest(a) < surest(b);
    });
    return hull(*best);
  }

  const Corpus& corpus_;
  Kind kind_;
  Names brands_;
  Tokens tokens_;
  std::vector<Passage> passages_;
};

}  // namespace

std::vector<Passage> passages_of(const Corpus& corpus, Kind kind) {
  return PassageMaker(corpus, kind).run();
}

}  // namespace attune
