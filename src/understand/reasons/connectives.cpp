// SPDX-License-Identifier: Apache-2.0
// Idea: a connective that can mean nothing else says by itself that a reason follows, so it needs
// no weights for that; where the reason ends is what no list can tell ("because nobody knew, but
// the food was great"), and there the reason model chooses among the ends that it considers anyhow.
// A change that somebody made ("since the update") is a reason as it stands, word for word.
//
// Applies to patterns of reason-after whose precision is kBeyondDoubt or more, and to those of
// event and reason-lead; the last are led in by words that are causal in certain company only ("as
// the zip broke", "they said the system was down"), which the model does not know, so their reason
// runs to the next mark or joining word. All others ("after", "as", "with") only inform the model.
// A question gives no reason, nor does a denial ("not because of the price"). What stands first in
// its sentence leaves words for what it explains ("Because it rained, we …"; effect.h).
//
// Costs one walk over the tokens and a binary search a connective; the sums are there already.
//
// Source: after the lists of explicit connectives of the Penn Discourse Treebank (Prasad et al.
// 2008), where those read here are causal nearly always. Tested in connectives_test.cpp, against a
// slow twin; measured in models/because/CARD.md.
#include "understand/reasons/connectives.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/clause_words.h"
#include "text/clauses.h"
#include "text/words/lexicon.h"
#include "understand/reasons/effect.h"

namespace attune {

namespace {

constexpr std::size_t kContentWord = 4;  ///< Letters from which one word alone may be a reason.

/// What a reason never begins with ("due to which …"), and what none ends on.
constexpr auto kNoBegin = std::to_array<std::string_view>({"which", "what", "that", "whom", "how"});
constexpr auto kNoEnd = std::to_array<std::string_view>(
    {"and", "but", "so", "or", "then", "because", "that", "to", "the", "a", "of", "with", "when"});

/// What may stand between a connective and its reason.
constexpr auto kOverlooked = std::to_array<std::string_view>({"of", ":", "\"", "'"});

/// What may stand between a "not" and the connective that it denies.
constexpr auto kWeakens = std::to_array<std::string_view>(
    {"just", "only", "simply", "really", "even", "actually", "merely", "solely", "entirely",
     "purely", "mainly", "at", "all", "exactly", "necessarily", "directly"});
constexpr auto kDenies =
    std::to_array<std::string_view>({"not", "isn't", "wasn't", "aren't", "weren't", "never",
                                     "neither", "nor", "hardly", "isnt", "wasnt"});

/// What ends a reason whose end the model does not know, and the longest such reason in tokens.
constexpr auto kStops = std::to_array<std::string_view>(
    {"and", "but", "so", "because", "which", "although", "though", "yet", "then", "however",
     "hence", "therefore", "please", "pls", "or"});
constexpr std::uint32_t kLongestLed = 14;

/// The last words of connectives that take a thing, and of those that take a clause.
constexpr auto kTakeThings = std::to_array<std::string_view>({"to", "by", "of"});
constexpr auto kTakeClauses =
    std::to_array<std::string_view>({"that", "as", "since", "after", "when", "once", "whenever"});

bool in(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Tokens [first, last), of which the last ones may be the marks that end it.
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool asks = false;
};

class ConnectiveReader {
 public:
  ConnectiveReader(const Parse& parse, const std::vector<ReasonCandidate>& spans,
                   const std::vector<std::int32_t>& scores)
      : parse_(parse),
        spans_(spans),
        scores_(scores),
        n_(static_cast<std::uint32_t>(parse.tokens.size())) {
    tags_ = n_;
    while (tags_ > 0 && !wordlike(tags_ - 1)) --tags_;
  }

  void read(std::vector<LedReason>& out) {
    for (const PatternHit& hit : parse_.hits) {
      if (!leads(hit)) continue;
      go_to(hit.first);
      if (sentence_.asks || denied(hit.first)) continue;
      const float p = parse_.patterns.at(hit.entry).p;
      LedReason reason{.first = hit.first, .last = hit.last, .p = p};
      if (parse_.patterns.at(hit.entry).kind != PatternKind::event) reason = behind(hit, p);
      if (reason.first < reason.last) out.push_back(reason);
    }
  }

 private:
  [[nodiscard]] bool wordlike(std::uint32_t token) const {
    const TokenKind kind = parse_.tokens.list[token].kind;
    return kind == TokenKind::word || kind == TokenKind::number;
  }

  [[nodiscard]] bool leads(const PatternHit& hit) const {
    const PatternSpec& pattern = parse_.patterns.at(hit.entry);
    return pattern.kind == PatternKind::event || pattern.kind == PatternKind::reason_lead ||
           (pattern.kind == PatternKind::reason_after && pattern.p >= kBeyondDoubt);
  }

  /// Makes sentence_ the one that token `token` stands in. Tokens come in order.
  void go_to(std::uint32_t token) {
    while (sentence_.last <= token) {
      sentence_ = {.first = sentence_.last, .last = sentence_.last + 1};
      while (sentence_.last < n_ && !begins(sentence_.last)) ++sentence_.last;
      for (std::uint32_t i = sentence_.first; i < sentence_.last; ++i)
        sentence_.asks |= parse_.tokens.word(i).ends_with("?");
    }
  }

  /// True where token `i` begins a sentence: behind the marks that end one, on a new line, at a
  /// link, a symbol, or the tags that end the text.
  [[nodiscard]] bool begins(std::uint32_t i) const {
    const Token& token = parse_.tokens.list[i];
    if (ends_here(i - 1)) return !ends_here(i);
    const std::uint32_t end = parse_.tokens.list[i - 1].span.end;
    const std::string_view gap = parse_.text.substr(end, token.span.begin - end);
    if (gap.find('\n') != std::string_view::npos) return true;
    if (token.kind == TokenKind::link || token.kind == TokenKind::symbol) return true;
    const bool tag = token.kind == TokenKind::hashtag || token.kind == TokenKind::mention;
    return tag && i >= tags_;
  }

  /// True for a mark that ends a sentence, but for the point of "2.30" and "e.g.x".
  [[nodiscard]] bool ends_here(std::uint32_t i) const {
    const Token& token = parse_.tokens.list[i];
    if (token.kind != TokenKind::punctuation || !ends_sentence(parse_.tokens.word(i))) return false;
    const bool inside = parse_.tokens.word(i) == "." && i + 1 < n_ && wordlike(i + 1) &&
                        !parse_.tokens.list[i + 1].space_before;
    return !inside;
  }

  /// The reason behind a connective; empty: none.
  [[nodiscard]] LedReason behind(const PatternHit& hit, float p) const {
    std::uint32_t first = hit.last;
    while (first < n_ && in(kOverlooked, parse_.tokens.word(first))) ++first;
    if (first >= sentence_.last || !wordlike(first)) return {};
    if (in(kNoBegin, parse_.tokens.word(first))) return {};
    const bool fronted = opens(hit);
    const bool known = parse_.patterns.at(hit.entry).kind == PatternKind::reason_after;
    std::uint32_t last = known ? likeliest_end(first, fronted) : next_stop(first);
    last = before_result(first, last);
    if (fronted && last > first) last = before_effect(hit, first, last);
    return {.first = first, .last = last > first ? trimmed(first, last) : last, .p = p};
  }

  /// "Not because …", "it wasn't really due to …".
  [[nodiscard]] bool denied(std::uint32_t connective) const {
    std::uint32_t i = connective;
    while (i > sentence_.first && in(kWeakens, parse_.tokens.word(i - 1))) --i;
    return i > sentence_.first && in(kDenies, parse_.tokens.word(i - 1));
  }

  /// The first mark or joining word behind token `first`; `first` where the reason is too short or
  /// too long to be one.
  [[nodiscard]] std::uint32_t next_stop(std::uint32_t first) const {
    const std::uint32_t most = std::min(sentence_.last, first + kLongestLed + 1);
    std::uint32_t last = first;
    while (last < most && wordlike(last) && !in(kStops, parse_.tokens.word(last))) ++last;
    return last - first < 2 || last - first > kLongestLed ? first : last;
  }

  /// Cuts what comes of the reason: ", so I left".
  [[nodiscard]] std::uint32_t before_result(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first + 2; i + 1 < last; ++i) {
      const std::string_view word = parse_.tokens.word(i);
      const bool result = word == "therefore" || word == "hence" || word == "thus" ||
                          (word == "so" && subject(i + 1));
      if (result) return wordlike(i - 1) ? i : i - 1;
    }
    return last;
  }

  [[nodiscard]] bool subject(std::uint32_t token) const {
    return (parse_.tokens.traits(token).clause_bits & ClauseWord::kSubject) != 0;
  }

  /// Cuts the effect off a reason that stands first in its sentence.
  [[nodiscard]] std::uint32_t before_effect(const PatternHit& hit, std::uint32_t first,
                                            std::uint32_t last) const {
    const std::string_view word = parse_.tokens.word(first - 1);
    std::uint32_t stretch = first;
    while (stretch < last && wordlike(stretch)) ++stretch;
    std::uint32_t effect = stretch;
    if (in(kTakeThings, word))
      effect = effect_begins(parse_.tokens, first, stretch, Takes::thing);
    else if (hit.first + 1 == hit.last || in(kTakeClauses, word))
      effect = effect_begins(parse_.tokens, first, stretch, Takes::clause);
    return effect < stretch ? effect : last;
  }

  /// True if no word of the sentence stands before the hit.
  [[nodiscard]] bool opens(const PatternHit& hit) const {
    for (std::uint32_t i = sentence_.first; i < hit.first; ++i) {
      if (wordlike(i)) return false;
    }
    return true;
  }

  /// Where a reason that begins at token `first` ends, in its sentence. With `leaves_rest` before a
  /// mark inside the sentence, if the model knows one.
  [[nodiscard]] std::uint32_t likeliest_end(std::uint32_t first, bool leaves_rest) const {
    std::uint32_t best = 0;
    std::uint32_t best_inside = 0;
    std::int32_t most = INT32_MIN;
    std::int32_t most_inside = INT32_MIN;
    auto span = std::ranges::lower_bound(spans_, first, {}, &ReasonCandidate::first);
    for (; span != spans_.end() && span->first == first; ++span) {
      if (span->last > sentence_.last) break;
      if (opens_quotation(span->last)) continue;
      const std::int32_t score = scores_[static_cast<std::size_t>(span - spans_.begin())];
      if (score > most) {
        most = score;
        best = span->last;
      }
      if (score > most_inside && ends_at_comma(span->last)) {
        most_inside = score;
        best_inside = span->last;
      }
    }
    if (leaves_rest && best_inside != 0) best = best_inside;
    return best != 0 ? trimmed(first, best) : one_word(first);
  }

  /// True if a mark follows the token before `last`, and words of the same sentence follow it.
  [[nodiscard]] bool ends_at_comma(std::uint32_t last) const {
    return last + 1 < sentence_.last && parse_.tokens.list[last].kind == TokenKind::punctuation &&
           !ends_here(last) && wordlike(last + 1);
  }

  /// "they were" "too busy": a reason does not end ahead of a mark that opens.
  [[nodiscard]] bool opens_quotation(std::uint32_t token) const {
    return token < n_ && parse_.tokens.list[token].space_before &&
           (parse_.tokens.traits(token).clause_bits & ClauseWord::kOpens) != 0;
  }

  [[nodiscard]] std::uint32_t trimmed(std::uint32_t first, std::uint32_t last) const {
    while (last > first + 1 && in(kNoEnd, parse_.tokens.word(last - 1))) --last;
    return last;
  }

  /// The model's candidates have two words or more; "due to weather" has one.
  [[nodiscard]] std::uint32_t one_word(std::uint32_t first) const {
    const bool alone = first + 1 == sentence_.last || !wordlike(first + 1);
    return alone && parse_.tokens.word(first).size() >= kContentWord ? first + 1 : first;
  }

  const Parse& parse_;
  const std::vector<ReasonCandidate>& spans_;
  const std::vector<std::int32_t>& scores_;
  std::uint32_t n_ = 0;
  std::uint32_t tags_ = 0;  ///< From here on there are no words.
  Sentence sentence_;
};

}  // namespace

void led_reasons(const Parse& parse, const std::vector<ReasonCandidate>& spans,
                 const std::vector<std::int32_t>& scores, std::vector<LedReason>& out) {
  out.clear();
  ConnectiveReader(parse, spans, scores).read(out);
}

}  // namespace attune
