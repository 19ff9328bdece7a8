// SPDX-License-Identifier: Apache-2.0
//
// Idea. Recursive descent, one function for each form of the grammar; what each returns is the list
// of ways to match its part, and a sequence joins lists by product. A group's ways of one token
// each become one way, whose class is their union, so that a long list of words costs one way.
//
// When it applies. Expressions without loops: every way can be written out.
//
// What it costs. The product of the ways of the parts, which limits.h bounds before it is built: at
// most 4,096 ways of 64 tokens.
//
// Source. N. Wirth, Compilerbau (1977), for recursive descent.
//
// Tested in reader_test.cpp, by the examples of every shipped entry, and by fuzz/phrases_book.cpp.
#include "phrases/expression.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "phrases/limits.h"
#include "phrases/refusal.h"
#include "phrases/text.h"

namespace attune::phrases {

namespace {

/// A way in the making: what it is so far, and a gap that waits for the next token.
struct Way {
  Wording phrase;
  std::uint32_t pending = 0;
};
using Ways = std::vector<Way>;

/// The words of an expression; a bracket is one of its own, with the "?" behind ")".
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  while (!(text = trimmed(text)).empty()) {
    std::size_t length = 1;
    if (text.front() == ')') {
      length = text.starts_with(")?") ? 2 : 1;
    } else if (text.front() != '(') {
      length = std::min(text.find_first_of(" \t\r()"), text.size());
    }
    pieces.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return pieces;
}

/// Can `b` stand behind `a`? Nothing stands before a beginning or behind an end.
bool fits(const Way& a, const Way& b) {
  const bool ended = a.phrase.ends != Border::none;
  const bool begins = b.phrase.begins != Border::none;
  return !(begins && !a.phrase.steps.empty()) && !(ended && !b.phrase.steps.empty());
}

Way joined(const Way& a, const Way& b) {
  Way out = a;
  Wording& phrase = out.phrase;
  phrase.begins = std::max(phrase.begins, b.phrase.begins);
  phrase.ends = std::max(phrase.ends, b.phrase.ends);
  for (Step step : b.phrase.steps) {
    step.gap += out.pending;
    out.pending = 0;
    phrase.steps.push_back(step);
  }
  out.pending += b.pending;
  // A gap belongs to the token behind it; an end is no token.
  if (phrase.ends != Border::none) out.pending = 0;
  return out;
}

class Reader {
 public:
  Reader(std::string_view text, Words& words) : text_(text), words_(words) {
    pieces_ = pieces_of(text_);
  }

  [[nodiscard]] Result<Ways> read() {
    auto ways = alternatives();
    if (ways && at_ < pieces_.size()) return refuse(") without ( in", text_, "remove it");
    return ways;
  }

 private:
  [[nodiscard]] bool at_bar() const { return at_ < pieces_.size() && pieces_[at_] == "|"; }
  [[nodiscard]] bool at_close() const {
    return at_ < pieces_.size() && pieces_[at_].front() == ')';
  }

  [[nodiscard]] Result<Ways> alternatives() {
    Ways all;
    bool more = true;
    std::size_t branches = 0;
    while (more) {
      auto one = sequence();
      if (!one) return one;
      if (all.size() + one->size() > BookLimits::kMostWays) return too_many();
      all.insert(all.end(), std::make_move_iterator(one->begin()),
                 std::make_move_iterator(one->end()));
      ++branches;
      more = at_bar();
      if (more) ++at_;
    }
    if (branches == 1 && open_ == 0) return all;
    return merged(std::move(all));
  }

  [[nodiscard]] Result<Ways> sequence() {
    Ways all(1);
    while (at_ < pieces_.size() && !at_bar() && !at_close()) {
      auto next = item();
      if (!next) return next;
      if (all.size() * next->size() > BookLimits::kMostWays) return too_many();
      Ways grown;
      grown.reserve(all.size() * next->size());
      for (const Way& a : all) {
        for (const Way& b : *next) {
          if (fits(a, b)) grown.push_back(joined(a, b));
        }
      }
      all = std::move(grown);
      const bool long_one = std::any_of(all.begin(), all.end(), [](const Way& way) {
        return way.phrase.steps.size() > BookLimits::kLongestPhrase;
      });
      if (long_one) return refuse("too long a phrase in", text_, "at most 64 tokens; write two");
    }
    return all;
  }

  [[nodiscard]] Result<Ways> item() {
    const std::string_view piece = pieces_[at_++];
    Way way;
    if (piece == "(") return group();
    if (piece == "^") {
      way.phrase.begins = Border::stretch;
    } else if (piece == "$") {
      way.phrase.ends = Border::stretch;
    } else if (piece == "%clause-begins") {
      way.phrase.begins = Border::clause;
    } else if (piece == "%clause-ends") {
      way.phrase.ends = Border::clause;
    } else if (piece.front() == '~') {
      const auto gap = number_within(piece.substr(1), 1, BookLimits::kWidestGap);
      if (!gap) return refuse("not a gap:", piece, "~1 to ~14");
      way.pending = *gap;
    } else {
      return token(piece);
    }
    return Ways{way};
  }

  [[nodiscard]] Result<Ways> token(std::string_view piece) {
    const bool optional = piece.size() > 1 && piece.back() == '?';
    if (optional) piece.remove_suffix(1);
    if (piece == "^" || piece == "$" || piece.starts_with("%clause-"))
      return refuse("a border cannot be absent:", piece, "put it into a group, as in ( ^ | and )");
    const auto klass = words_.class_of(piece);
    if (!klass) return tl::unexpected(klass.error());
    Ways ways(1);
    ways[0].phrase.steps.push_back({*klass, 0});
    if (optional) ways.emplace_back();
    return ways;
  }

  [[nodiscard]] Result<Ways> group() {
    if (open_ == BookLimits::kDeepestGroup)
      return refuse("groups nest too deeply in", text_, "at most 32 deep");
    ++open_;
    auto ways = alternatives();
    --open_;
    if (!ways) return ways;
    if (!at_close()) return refuse("( without ) in", text_, "close it");
    if (pieces_[at_++] == ")?") ways->emplace_back();
    return ways;
  }

  /// Ways of one token each become one way, whose class is their union.
  [[nodiscard]] Result<Ways> merged(Ways ways) {
    Ways rest;
    std::vector<std::uint32_t> single;
    for (Way& way : ways) {
      const Wording& phrase = way.phrase;
      const bool plain = phrase.steps.size() == 1 && phrase.steps[0].gap == 0 &&
                         phrase.begins == Border::none && phrase.ends == Border::none &&
                         way.pending == 0;
      if (plain) {
        single.push_back(phrase.steps[0].klass);
      } else {
        rest.push_back(std::move(way));
      }
    }
    if (single.empty()) return rest;
    const auto klass = words_.union_of(single);
    if (!klass) return tl::unexpected(klass.error());
    rest.emplace_back();
    rest.back().phrase.steps.push_back({*klass, 0});
    return rest;
  }

  [[nodiscard]] tl::unexpected<Error> too_many() const {
    return refuse("too many ways to match", text_, "at most 4096; write two expressions");
  }

  std::string text_;
  Words& words_;
  std::vector<std::string_view> pieces_;
  std::size_t at_ = 0;
  int open_ = 0;  ///< Groups around it.
};

}  // namespace

Result<std::vector<Wording>> read_expression(std::string_view expression, Words& words) {
  const auto spelled = words.spelled_out(expression);
  if (!spelled) return tl::unexpected(spelled.error());
  if (spelled->size() > BookLimits::kLongestExpression)
    return refuse("too long an expression:", expression, "write two");
  auto ways = Reader(*spelled, words).read();
  if (!ways) return tl::unexpected(ways.error());
  std::vector<Wording> phrases;
  for (Way& way : *ways) {
    Wording& phrase = way.phrase;
    if (phrase.steps.empty())
      return refuse("may match no token at all:", expression, "let one not be optional");
    const bool wide = std::any_of(phrase.steps.begin(), phrase.steps.end(), [](const Step& step) {
      return step.gap > BookLimits::kWidestGap;
    });
    if (wide) return refuse("gaps add up to more than ~14 in", expression, "let them be narrower");
    const bool loose = phrase.begins == Border::none && phrase.steps.front().gap > 0;
    if (loose || way.pending > 0) {
      return refuse("a gap with nothing on one side of it in", expression,
                    "put it into the group with what may be absent, as in ( a ~2 )? b");
    }
    phrases.push_back(std::move(phrase));
  }
  if (phrases.empty()) return refuse("no text can match", expression, "^ stands first and $ last");
  return phrases;
}

}  // namespace attune::phrases
