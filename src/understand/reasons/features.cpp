// SPDX-License-Identifier: Apache-2.0
#include "understand/reasons/features.h"

#include <algorithm>
#include <array>

#include "text/clause_words.h"
#include "understand/reasons/classes.h"
#include "understand/reasons/families.h"

namespace attune {

namespace {

/// Borders that a span may run over, and its longest length in tokens.
constexpr std::size_t kMostBorders = 9;
constexpr std::uint32_t kMostTokens = 60;
constexpr std::uint32_t kAhead = 6;  ///< Tokens.

std::uint64_t hash_of(const Tokens& tokens, std::uint32_t token) {
  switch (tokens.list[token].kind) {
    case TokenKind::number:
      return 3;
    case TokenKind::mention:
      return 4;
    case TokenKind::link:
      return 5;
    default:
      return tokens.traits(token).hash;
  }
}

/// The pattern kinds from need to suggestion: what a text does.
constexpr std::uint32_t kTellingKinds = 9;

}  // namespace

ReasonView::ReasonView(const Parse& parse) : ReasonView(parse, own_) {}

ReasonView::ReasonView(const Parse& parse, ReasonBuffers& buffers)
    : parse_(parse), n_(static_cast<std::uint32_t>(parse.tokens.size())), b_(buffers) {
  look_up();
  count_hits();
  find_clauses();
  find_borders();
  shape_borders();
}

bool ReasonView::wordlike(std::uint32_t token) const {
  const TokenKind kind = parse_.tokens.list[token].kind;
  return kind == TokenKind::word || kind == TokenKind::number;
}

bool ReasonView::joins(std::uint32_t token) const {
  return (parse_.tokens.traits(token).clause_bits & ClauseWord::kReasonJoiner) != 0;
}

bool ReasonView::ends_sentence_at(std::uint32_t token) const {
  return (parse_.tokens.traits(token).clause_bits & ClauseWord::kEndsSentence) != 0;
}

void ReasonView::look_up() {
  const Tokens& tokens = parse_.tokens;
  b_.classes.resize(n_);
  b_.hashes.resize(n_);
  for (std::uint32_t i = 0; i < n_; ++i) {
    if (i + kAhead < n_) b_.known.prefetch(tokens.list[i + kAhead].number);
    const ReasonBuffers::Word& word =
        b_.known.of(tokens.numbers, tokens.list[i].number, [&](ReasonBuffers::Word& made) {
          made = {.hash = hash_of(tokens, i), .klass = reason_class(tokens, i)};
        });
    b_.classes[i] = word.klass;
    b_.hashes[i] = word.hash;
  }
}

void ReasonView::count_hits() {
  const std::size_t wide = n_ + 1U;
  column_.fill(-1);
  std::int32_t columns = 0;
  for (const PatternHit& hit : parse_.hits) {
    std::int32_t& column = column_[static_cast<std::size_t>(parse_.patterns.at(hit.entry).kind)];
    if (column < 0) column = columns++;
  }
  b_.sums.assign(static_cast<std::size_t>(columns) * wide, 0);
  b_.sentences.resize(wide);
  b_.words.resize(wide);
  b_.after_pattern.assign(wide, 0);
  b_.before_pattern.assign(wide, 0);
  for (const PatternHit& hit : parse_.hits) {
    const PatternKind kind = parse_.patterns.at(hit.entry).kind;
    const std::uint64_t key = parse_.patterns.at(hit.entry).key;
    const auto column = static_cast<std::size_t>(column_[static_cast<std::size_t>(kind)]);
    ++b_.sums[column * wide + hit.first + 1];
    if (kind == PatternKind::reason_after)
      b_.after_pattern[hit.last] = static_cast<std::uint32_t>(key);
    if (kind == PatternKind::reason_before && b_.before_pattern[hit.first] == 0) {
      b_.before_pattern[hit.first] = key;
    }
  }
  for (std::size_t k = 0; k < static_cast<std::size_t>(columns); ++k) {
    for (std::size_t i = 1; i < wide; ++i) b_.sums[k * wide + i] += b_.sums[k * wide + i - 1];
  }
  b_.sentences[0] = b_.words[0] = 0;
  for (std::uint32_t i = 0; i < n_; ++i) {
    b_.sentences[i + 1] = b_.sentences[i] + (ends_sentence_at(i) ? 1 : 0);
    b_.words[i + 1] = b_.words[i] + (wordlike(i) ? 1 : 0);
  }
}

std::uint32_t ReasonView::hits_in(std::size_t kind, std::uint32_t first, std::uint32_t last) const {
  if (column_[kind] < 0) return 0;
  const std::size_t at = static_cast<std::size_t>(column_[kind]) * (n_ + 1U);
  return b_.sums[at + last] - b_.sums[at + first];
}

void ReasonView::find_clauses() {
  b_.clause_start.assign(n_ + 1U, 0);
  b_.clause_of.assign(n_, 0);
  for (std::uint32_t c = 0; c < parse_.clauses.size(); ++c) {
    b_.clause_start[parse_.clauses[c].first] = 1;
    for (std::uint32_t i = parse_.clauses[c].first; i < parse_.clauses[c].last; ++i) {
      b_.clause_of[i] = c;
    }
  }
}

void ReasonView::find_borders() {
  b_.begins.clear();
  b_.ends.clear();
  for (std::uint32_t i = 0; i < n_; ++i) {
    if (!wordlike(i)) continue;
    const bool fresh = i == 0 || !wordlike(i - 1) || b_.clause_start[i] != 0 ||
                       b_.after_pattern[i] != 0 || joins(i - 1);
    if (fresh) b_.begins.push_back(i);
  }
  for (std::uint32_t i = 1; i <= n_; ++i) {
    if (!wordlike(i - 1)) continue;
    const bool over =
        i == n_ || !wordlike(i) || b_.clause_start[i] != 0 || b_.before_pattern[i] != 0 || joins(i);
    if (over) b_.ends.push_back(i);
  }
  pair_borders();
}

void ReasonView::pair_borders() {
  b_.candidates.clear();
  std::size_t from = 0;  // The first end behind the begin.
  for (std::uint32_t b = 0; b < b_.begins.size(); ++b) {
    while (from < b_.ends.size() && b_.ends[from] <= b_.begins[b]) ++from;
    const std::size_t stop = std::min(b_.ends.size(), from + kMostBorders);
    for (auto e = static_cast<std::uint32_t>(from); e < stop; ++e) {
      if (b_.ends[e] - b_.begins[b] > kMostTokens) break;
      if (b_.words[b_.ends[e]] - b_.words[b_.begins[b]] < 2) continue;
      b_.candidates.push_back({b_.begins[b], b_.ends[e], b, e});
    }
  }
}

Span ReasonView::span_of(const Candidate& candidate) const {
  return {parse_.tokens.list[candidate.first].span.begin,
          parse_.tokens.list[candidate.last - 1].span.end};
}

void ReasonView::begin_features(std::uint32_t token, FeatureIds& out) const {
  const std::uint64_t first = word_hash(token);
  const std::uint64_t second = word_hash(token + 1);
  const std::uint64_t before = token > 0 ? word_hash(token - 1) : 1;
  const std::uint64_t earlier = token > 1 ? word_hash(token - 2) : 1;
  out.push_back(feature(of_begin_word, first));
  out.push_back(feature(of_begin_pair, first, second));
  out.push_back(feature(of_before_word, before));
  out.push_back(feature(of_before_pair, earlier, before));
  out.push_back(feature(of_begin_pattern, b_.after_pattern[token]));
  out.push_back(feature(of_begin_pattern, token == 0 ? 1 : 0, b_.before_pattern[token] + 7));
  const std::uint64_t one = class_of(token);
  const std::uint64_t ahead = class_before(token, 1);
  out.push_back(feature(of_begin_class, one));
  out.push_back(feature(of_begin_class, one, class_of(token + 1), 1));
  out.push_back(feature(of_before_class, ahead));
  out.push_back(feature(of_before_class, class_before(token, 2), ahead, 1));
  out.push_back(feature(of_before_class, ahead, one, 2));
}

std::uint64_t ReasonView::pattern_behind(std::uint32_t end) const {
  if (b_.before_pattern[end] != 0) return b_.before_pattern[end];
  // "…, so I": the connective may stand behind a comma.
  return end < n_ && !wordlike(end) ? b_.before_pattern[end + 1] : 0;
}

void ReasonView::end_features(std::uint32_t token, FeatureIds& out) const {
  const std::uint64_t next = token < n_ ? word_hash(token) : 1;
  out.push_back(feature(of_end_word, word_hash(token - 1)));
  out.push_back(feature(of_after_word, next));
  out.push_back(feature(of_after_word, next, token + 1 < n_ ? word_hash(token + 1) : 1));
  out.push_back(feature(of_end_pattern, pattern_behind(token)));
  const std::uint64_t behind = class_of(token);
  out.push_back(feature(of_after_class, behind));
  out.push_back(feature(of_after_class, behind, class_of(token + 1), 1));
  out.push_back(feature(of_end_class, class_of(token - 1), behind));
}

void ReasonView::token_features(std::uint32_t token, FeatureIds& out) const {
  out.push_back(feature(of_inside, word_hash(token)));
  out.push_back(feature(of_inside_class, b_.classes[token]));
}

void ReasonView::outside_features(std::uint32_t token, FeatureIds& out) const {
  out.push_back(feature(of_outside_class, b_.classes[token]));
}

void ReasonView::none_features(FeatureIds& out) const {
  out.push_back(feature(of_none, 0));
  out.push_back(feature(of_none_length, reason_bin(b_.words[n_])));
  out.push_back(feature(of_none_length, all_sentences(), 1));
  out.push_back(feature(of_none_length, std::min<std::size_t>(parse_.clauses.size(), 5U), 2));
  for (std::size_t k = 0; k <= static_cast<std::size_t>(PatternKind::care); ++k) {
    out.push_back(feature(of_none_hits, k, column_[k] >= 0 ? 1 : 0));
  }
  for (const PatternHit& hit : parse_.hits) {
    const PatternKind kind = parse_.patterns.at(hit.entry).kind;
    if (kind == PatternKind::reason_after || kind == PatternKind::reason_before) {
      out.push_back(feature(of_none_hits, parse_.patterns.at(hit.entry).key));
    }
  }
  none_word_features(out);
}

void ReasonView::none_word_features(FeatureIds& out) const {
  for (const std::uint64_t one : b_.classes) out.push_back(feature(of_none_class, one));
  for (const std::uint32_t id : none_text_features()) out.push_back(id);
}

std::array<std::uint32_t, 8> ReasonView::none_text_features() const {
  std::uint32_t kinds = 0;  // A bit each.
  for (std::uint32_t k = 0; k < kTellingKinds; ++k) kinds |= column_[k] >= 0 ? 1U << k : 0U;
  const std::uint32_t sentences = std::min(b_.sentences[n_], 4U);
  const std::uint32_t clauses =
      std::min<std::uint32_t>(static_cast<std::uint32_t>(parse_.clauses.size()), 6U);
  const std::uint32_t words = b_.words[n_] / 4;
  return {feature(of_none_word, word_hash(0)),
          feature(of_none_word, word_hash(0), word_hash(1), 1),
          feature(of_none_word, class_of(0), class_of(1), 2),
          feature(of_none_word, word_hash(n_ - 1), 3),
          feature(of_none_kinds, kinds),
          feature(of_none_kinds, kinds & 0xFFU, sentences, 1),
          feature(of_none_kinds, sentences, words, 2),
          feature(of_none_kinds, clauses, std::min(words, 8U), 3)};
}

void ReasonView::shape_borders() {
  b_.begin_shapes.clear();
  for (const std::uint32_t i : b_.begins) {
    const std::uint32_t clause = b_.clause_of[i];
    b_.begin_shapes.push_back({.words = b_.words[i],
                               .sentences = b_.sentences[i],
                               .clause = clause,
                               .behind_mark = i == 0 || !wordlike(i - 1),
                               .begins_clause = i == parse_.clauses[clause].first,
                               .begins_sentence = i == 0 || ends_sentence_at(i - 1)});
  }
  b_.end_shapes.clear();
  for (const std::uint32_t i : b_.ends) {
    const std::uint32_t clause = b_.clause_of[i - 1];
    const std::uint32_t clause_end = parse_.clauses[clause].last;
    const bool mark = i == n_ || !wordlike(i);
    b_.end_shapes.push_back(
        {.words = b_.words[i],
         .sentences = b_.sentences[i],
         .ended = b_.sentences[i - 1],
         .clause = clause,
         .before_mark = mark,
         // A clause's last mark may stay outside.
         .ends_clause = i == clause_end || (i < n_ && mark && i + 1 >= clause_end),
         .ends_sentence = i == n_ || ends_sentence_at(i)});
  }
}

ReasonShape ReasonView::shape_of(const Candidate& c) const {
  const ReasonBegin& begin = b_.begin_shapes[c.begin_border];
  const ReasonEnd& end = b_.end_shapes[c.end_border];
  const std::uint32_t length = end.words - begin.words;
  const std::uint32_t all = std::max(1U, b_.words[n_]);
  const std::uint32_t behind = all - end.words;
  const bool is_last = end.ended + (end.ends_sentence ? 1 : 0) >= b_.sentences[n_];
  return {.length = reason_bin(length),
          .share = length * 10 / all,
          .ahead = reason_bin(begin.words),
          .behind = reason_bin(behind),
          .edges = (begin.words == 0 ? 0U : 1U) + (behind == 0 ? 0U : 2U),
          .sentences = std::min(end.sentences - begin.sentences, 4U),
          .marks = (begin.behind_mark ? 1U : 0U) + (end.before_mark ? 2U : 0U),
          .clauses = std::min(end.clause - begin.clause + 1, 4U),
          .clause_edges = (begin.begins_clause ? 1U : 0U) + (end.ends_clause ? 2U : 0U),
          .ended = std::min(end.ended - begin.sentences, 3U),
          .sentence_edges = (begin.begins_sentence ? 1U : 0U) + (end.ends_sentence ? 2U : 0U),
          .place = (begin.sentences == 0 ? 1U : 0U) + (is_last ? 2U : 0U)};
}

std::uint32_t ReasonView::all_sentences() const {
  return std::min(b_.sentences[n_], 5U);
}

std::uint32_t ReasonView::all_words() const {
  return std::min(b_.words[n_] / 5, 6U);
}

std::uint32_t ReasonView::where_hit(PatternKind kind, const Candidate& c) const {
  const auto k = static_cast<std::size_t>(kind);
  const std::uint32_t inside = hits_in(k, c.first, c.last);
  const std::uint32_t outside = hits_in(k, 0, n_) - inside;
  return (inside > 0 ? 1U : 0U) + (outside > 0 ? 2U : 0U);
}

std::uint32_t ReasonView::where_connected(const Candidate& c) const {
  return where_hit(PatternKind::reason_after, c) | where_hit(PatternKind::reason_before, c);
}

std::uint32_t ReasonView::around(const Candidate& c) const {
  return feature(of_around, class_before(c.first, 1), class_of(c.last));
}

void ReasonView::pair_features(const Candidate& c, FeatureIds& out) const {
  const ReasonShape shape = shape_of(c);
  out.push_back(reason_feature::bias());
  out.push_back(reason_feature::length(shape.length));
  out.push_back(reason_feature::share(shape.share));
  out.push_back(reason_feature::ahead(shape.ahead));
  out.push_back(reason_feature::behind(shape.behind));
  out.push_back(reason_feature::edges(shape.edges));
  out.push_back(reason_feature::sentences(shape.sentences, all_sentences()));
  out.push_back(reason_feature::marks(shape.marks, shape.sentences));
  for (std::size_t i = 0; i < kTelling.size(); ++i) {
    const std::uint32_t where = where_hit(kTelling[i], c);
    if (where != 0) out.push_back(reason_feature::hits(i, where));
  }
  out.push_back(reason_feature::connectives(where_connected(c)));
  out.push_back(reason_feature::clauses(shape.clause_edges, shape.clauses));
  out.push_back(reason_feature::sentence(shape.sentence_edges, shape.ended));
  out.push_back(reason_feature::place(shape.sentence_edges, shape.place, all_sentences()));
  out.push_back(reason_feature::share_of(shape.share, all_words()));
  out.push_back(around(c));
}

}  // namespace attune
