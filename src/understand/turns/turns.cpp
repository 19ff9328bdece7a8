// SPDX-License-Identifier: Apache-2.0
#include "understand/turns/turns.h"

#include <algorithm>
#include <string>

namespace attune {

/// Writes plain tokens, one after the other.
class Turns::Writer {
 public:
  Writer(const Parse& parse, Tokens& out) : parse_(parse), out_(out) {
    out_.list.clear();
    out_.folded.clear();
    out_.numbers.begin_text();
  }

  /// The text's own tokens up to `token`.
  void keep_until(std::uint32_t token) {
    for (; next_ < token; ++next_) {
      start_.push_back(size());
      add(parse_.tokens.list[next_], parse_.tokens.word(next_));
    }
  }

  /// Plain words in place of the tokens up to `token`.
  void exchange(std::uint32_t token, const Tokens& words, Meaning meaning) {
    const Span all{parse_.tokens.list[next_].span.begin, parse_.tokens.list[token - 1].span.end};
    start_.push_back(size());
    for (std::uint32_t w = meaning.first; w < meaning.last; ++w) {
      Token plain = words.list[w];
      plain.span = all;
      add(plain, words.word(w));
    }
    for (++next_; next_ < token; ++next_) start_.push_back(size());
  }

  /// The clauses of the text in plain tokens; one that the words before it took whole is read as
  /// these words.
  void clauses(std::vector<ClauseRange>& clauses) {
    start_.push_back(size());
    clauses.assign(parse_.clauses.begin(), parse_.clauses.end());
    std::uint32_t before = 0;
    for (ClauseRange& clause : clauses) {
      clause.first = start_[clause.first];
      clause.last = start_[clause.last];
      if (clause.first == clause.last) clause.first = before;
      before = clause.first;
    }
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(out_.size()); }

  void add(Token token, std::string_view word) {
    const auto begin = static_cast<std::uint32_t>(out_.folded.size());
    out_.folded += word;
    token.folded = {begin, static_cast<std::uint32_t>(out_.folded.size())};
    token.number = out_.numbers.number(word, token.kind);
    out_.list.push_back(token);
  }

  const Parse& parse_;
  Tokens& out_;
  std::uint32_t next_ = 0;            ///< The first token of the text that is not yet written.
  std::vector<std::uint32_t> start_;  ///< By token of the text: the plain token in its place.
};

namespace {

constexpr auto kStruggle = static_cast<std::size_t>(Kind::struggle);
constexpr auto kPraise = static_cast<std::size_t>(Kind::praise);
constexpr float kTold = 0.5F;
constexpr float kUntold = 0.49F;

}  // namespace

void PlainText::settle(const Parse& plain, std::span<ClauseScores> kinds) const {
  const std::vector<ClauseScores> rules = rule_scores(plain);
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    auto& p = kinds[c].p;
    const bool good = meant[c].good > meant[c].bad;
    if (!good && meant[c].bad == 0) continue;
    if (!good) p[kStruggle] = std::max(p[kStruggle], meant[c].bad);
    const std::size_t said = good ? kPraise : kStruggle;
    const std::size_t other = good ? kStruggle : kPraise;
    if (p[other] < p[said] && rules[c].p[other] < kTold) p[other] = std::min(p[other], kUntold);
  }
}

void PlainText::settle(std::span<const ClauseScores> kinds, Reading& reading) const {
  Meant most;
  Meant rest;  // What the clauses without a turn say.
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    const bool turned = meant[c].good > 0 || meant[c].bad > 0;
    most.good = std::max(most.good, meant[c].good);
    most.bad = std::max(most.bad, meant[c].bad);
    if (turned) continue;
    rest.good = std::max(rest.good, kinds[c].p[kPraise]);
    rest.bad = std::max(rest.bad, kinds[c].p[kStruggle]);
  }
  if (most.good > 0 && most.bad == 0 && rest.bad < kTold) {
    reading.valence = std::max(reading.valence, 2 * most.good - 1);
    if (reading.sentiment.label != Polarity::positive) {
      reading.sentiment = {Polarity::positive, most.good};
    }
  } else if (most.bad > 0 && most.good == 0 && rest.good < kTold) {
    reading.valence = std::min(reading.valence, 1 - 2 * most.bad);
    if (reading.sentiment.label != Polarity::negative) {
      reading.sentiment = {Polarity::negative, most.bad};
    }
  }
}

namespace {

/// Notes in `meant` how the turn that hit is meant.
void note(const Parse& parse, const PatternHit& hit, std::vector<Meant>& meant) {
  const auto behind = std::ranges::upper_bound(parse.clauses, hit.first, {}, &ClauseRange::first);
  Meant& clause = meant[static_cast<std::size_t>(behind - parse.clauses.begin()) - 1];
  const PatternSpec& spec = parse.patterns.at(hit.entry);
  if (spec.turned == Polarity::positive) clause.good = std::max(clause.good, spec.p);
  if (spec.turned == Polarity::negative) clause.bad = std::max(clause.bad, spec.p);
}

}  // namespace

Result<Turns> Turns::of(const Patterns& patterns) {
  Turns turns;
  std::string words;
  std::vector<std::size_t> ends(patterns.size());
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const PatternSpec& spec = patterns.at(i);
    if (spec.kind == PatternKind::turn && spec.plain.empty()) {
      return fail(Fault::bad_input, "the turn \"" + spec.id +
                                        "\" does not say what it means; write \"> \" and the "
                                        "plain words below its heading");
    }
    words += spec.plain + "\n";
    ends[i] = words.size();
  }
  tokenise(words, turns.words_);
  std::uint32_t at = 0;
  for (const std::size_t end : ends) {
    Meaning meaning{at, at};
    while (meaning.last < turns.words_.size() && turns.words_.list[meaning.last].span.end <= end) {
      ++meaning.last;
    }
    turns.meanings_.push_back(meaning);
    at = meaning.last;
  }
  return turns;
}

bool Turns::read(const Parse& parse, PlainText& plain) const {
  const auto turns = [this](const PatternHit& hit) {
    return meanings_[hit.entry].first < meanings_[hit.entry].last;
  };
  auto hit = std::ranges::find_if(parse.hits, turns);
  if (hit == parse.hits.end()) return false;
  Writer writer(parse, plain.tokens);
  plain.meant.assign(parse.clauses.size(), {});
  std::uint32_t free = 0;  // Where the last turn ended.
  while (hit != parse.hits.end()) {
    const PatternHit* longest = &*hit;
    for (; hit != parse.hits.end() && hit->first == longest->first; ++hit) {
      if (turns(*hit) && hit->last > longest->last) longest = &*hit;
    }
    note(parse, *longest, plain.meant);
    writer.keep_until(longest->first);
    writer.exchange(longest->last, words_, meanings_[longest->entry]);
    free = longest->last;
    hit = std::find_if(hit, parse.hits.end(),
                       [&](const PatternHit& next) { return next.first >= free && turns(next); });
  }
  writer.keep_until(static_cast<std::uint32_t>(parse.tokens.size()));
  writer.clauses(plain.clauses);
  parse.patterns.match(plain.tokens, plain.patterns);
  return true;
}

}  // namespace attune
