// SPDX-License-Identifier: Apache-2.0
#include "problems/passages.h"

#include <algorithm>
#include <cctype>

#include "problems/feelings/topic_feelings.h"

namespace attune::problems {

namespace {

constexpr std::size_t kShortBytes = 280;  // A message up to this long is one passage.
constexpr std::uint32_t kNeighbours =
    3;  // Bytes of white space between clauses of one run, at most.

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

class PassageMaker {
 public:
  PassageMaker(const Corpus& corpus, Kind kind, Judging& judging)
      : corpus_(corpus), kind_(kind), judging_(judging) {}

  std::vector<Passage> run() {
    for (std::uint32_t m = 0; m < corpus_.messages.size(); ++m) {
      const CorpusMessage& message = corpus_.messages[m];
      std::vector<std::uint32_t> clauses;
      for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
        if (wanted(message, corpus_.clauses[c])) clauses.push_back(c);
      }
      if (clauses.empty()) continue;
      const std::string told = told_by(m);
      if (message.text.size() <= kShortBytes && kind_ != Kind::need) {
        keep(m, clauses, told);
      } else {
        for (const auto& run : runs(clauses)) keep(m, run, hull(run).of(told));
      }
    }
    return std::move(passages_);
  }

 private:
  [[nodiscard]] bool wanted(const CorpusMessage& message, const CorpusClause& clause) const {
    if (kind_ == Kind::struggle) return Corpus::struggles(message, clause);
    if (!clause.is(kind_) || clause.first != kind_) return false;
    return kind_ != Kind::praise || is_meant(message, clause);
  }

  /// Praise inside a complaint is mostly irony or politeness: "three hours late, great job". Only a
  /// long text may do both.
  [[nodiscard]] bool is_meant(const CorpusMessage& message, const CorpusClause& clause) const {
    if (message.care) return false;  // Whoever grieves is not quoted for our praise.
    if (message.asked == Asked::good) return true;
    if (feels_bad(message)) return false;
    if (message.sentiment != Polarity::positive || message.valence <= 0) return false;
    if (clause.is(Kind::struggle)) return false;
    if (message.text.size() > kShortBytes) return true;
    const auto* const first = corpus_.clauses.data() + message.first_clause;
    const auto* const last = corpus_.clauses.data() + message.last_clause;
    return std::none_of(first, last, [](const CorpusClause& c) { return c.is(Kind::struggle); });
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

  /// The text with blanks where it only judges, says the opposite, holds personal data or tells of
  /// a hard time.
  [[nodiscard]] std::string told_by(std::uint32_t m) {
    const CorpusMessage& message = corpus_.messages[m];
    std::string told = message.text;
    for (const PiiSpan& personal : message.personal) blank(told, personal.span);
    for (const CareSign& sign : signs_of(corpus_, m)) {
      if (sign.kind != Care::debt) blank(told, sign.span);  // Debt is often the matter itself.
    }
    for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
      const CorpusClause& clause = corpus_.clauses[c];
      const bool other = clause.is(opposite(kind_)) && !clause.is(kind_);
      if (other || !judging_.says_what(clause.span.of(message.text))) blank(told, clause.span);
    }
    blank_redactions(told);
    return told;
  }

  /// Keeps `words` of a message as a passage, unless they only judge.
  void keep(std::uint32_t m, const std::vector<std::uint32_t>& clauses, std::string_view words) {
    const CorpusMessage& message = corpus_.messages[m];
    Passage passage{.message = m, .clauses = clauses, .text = std::string(words)};
    if (!judging_.says_what(passage.text)) return;
    const std::optional<Span> whole = quoted_whole(message);
    passage.span = whole ? *whole : quoted(clauses);
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
  Judging& judging_;
  std::vector<Passage> passages_;
};

}  // namespace

std::optional<Span> quoted_whole(const CorpusMessage& message) {
  constexpr std::size_t kMostBytes = 160;
  if (message.text.size() > kMostBytes) return std::nullopt;
  return trimmed(message.text,
                 {.begin = 0, .end = static_cast<std::uint32_t>(message.text.size())});
}

std::vector<Passage> passages_of(const Corpus& corpus, Kind kind, Judging& judging) {
  return PassageMaker(corpus, kind, judging).run();
}

}  // namespace attune::problems
