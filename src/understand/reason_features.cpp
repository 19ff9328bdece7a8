// SPDX-License-Identifier: Apache-2.0
#include "understand/reason_features.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "text/clause_words.h"
#include "understand/because.h"

namespace attune {

namespace {

/// Borders that a span may run over, and its longest length in tokens.
constexpr std::size_t kMostBorders = 9;
constexpr std::uint32_t kMostTokens = 60;

/// Families of features; part of the hash.
enum Family : std::uint64_t {
  of_bias = 1,
  of_begin_word,
  of_begin_pair,
  of_before_word,
  of_before_pair,
  of_begin_pattern,
  of_end_word,
  of_after_word,
  of_end_pattern,
  of_inside,
  of_length,
  of_share,
  of_place,
  of_sentences,
  of_hits,
  of_none,
  of_none_hits,
  of_none_length,
  of_shape
};

std::uint32_t feature(Family family, std::uint64_t a, std::uint64_t b = 0) {
  return static_cast<std::uint32_t>(hash_pair(hash_pair(family, a), b) >> 20U) &
         (Reasons::kTable - 1);
}

/// 0 1 2 3 4 6 8 12 16 24 32 …
std::uint32_t bin(std::uint32_t n) {
  if (n < 4) return n;
  std::uint32_t level = 0;
  while (n >= 8) {
    n /= 2;
    ++level;
  }
  return 4 + 2 * level + (n >= 6 ? 1 : 0);
}

}  // namespace

ReasonView::ReasonView(const Parse& parse) : ReasonView(parse, own_) {}

ReasonView::ReasonView(const Parse& parse, ReasonBuffers& buffers)
    : parse_(parse), n_(static_cast<std::uint32_t>(parse.tokens.size())), b_(buffers) {
  count_hits();
  find_borders();
}

bool ReasonView::wordlike(std::uint32_t token) const {
  const TokenKind kind = parse_.tokens.list[token].kind;
  return kind == TokenKind::word || kind == TokenKind::number;
}

bool ReasonView::joins(std::uint32_t token) const {
  return (parse_.tokens.traits(token).clause_bits & ClauseWord::kReasonJoiner) != 0;
}

std::uint64_t ReasonView::word_hash(std::uint32_t token) const {
  if (token >= n_) return 2;
  switch (parse_.tokens.list[token].kind) {
    case TokenKind::number:
      return 3;
    case TokenKind::mention:
      return 4;
    case TokenKind::link:
      return 5;
    default:
      return parse_.tokens.traits(token).hash;
  }
}

void ReasonView::count_hits() {
  const std::size_t wide = n_ + 1U;
  column_.fill(-1);
  std::int32_t columns = 0;
  for (const PatternHit& hit : parse_.hits) {
    std::int32_t& column = column_[static_cast<std::size_t>(parse_.patterns.at(hit.pattern).kind)];
    if (column < 0) column = columns++;
  }
  b_.sums.assign(static_cast<std::size_t>(columns) * wide, 0);
  b_.sentences.resize(wide);
  b_.words.resize(wide);
  b_.after_pattern.assign(wide, 0);
  b_.before_pattern.assign(wide, 0);
  for (const PatternHit& hit : parse_.hits) {
    const PatternKind kind = parse_.patterns.at(hit.pattern).kind;
    const std::uint64_t key = parse_.patterns.at(hit.pattern).key;
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
    const std::uint32_t bits = parse_.tokens.traits(i).clause_bits;
    b_.sentences[i + 1] = b_.sentences[i] + ((bits & ClauseWord::kEndsSentence) != 0 ? 1 : 0);
    b_.words[i + 1] = b_.words[i] + (wordlike(i) ? 1 : 0);
  }
}

std::uint32_t ReasonView::hits_in(std::size_t kind, std::uint32_t first, std::uint32_t last) const {
  if (column_[kind] < 0) return 0;
  const std::size_t at = static_cast<std::size_t>(column_[kind]) * (n_ + 1U);
  return b_.sums[at + last] - b_.sums[at + first];
}

void ReasonView::find_borders() {
  b_.begins.clear();
  b_.ends.clear();
  b_.clause_start.assign(n_ + 1U, false);
  for (const ClauseRange& clause : parse_.clauses) b_.clause_start[clause.first] = true;
  for (std::uint32_t i = 0; i < n_; ++i) {
    if (!wordlike(i)) continue;
    const bool fresh = i == 0 || !wordlike(i - 1) || b_.clause_start[i] ||
                       b_.after_pattern[i] != 0 || joins(i - 1);
    if (fresh) b_.begins.push_back(i);
  }
  for (std::uint32_t i = 1; i <= n_; ++i) {
    if (!wordlike(i - 1)) continue;
    const bool over =
        i == n_ || !wordlike(i) || b_.clause_start[i] || b_.before_pattern[i] != 0 || joins(i);
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
}

void ReasonView::end_features(std::uint32_t token, FeatureIds& out) const {
  const std::uint64_t next = token < n_ ? word_hash(token) : 1;
  out.push_back(feature(of_end_word, word_hash(token - 1)));
  out.push_back(feature(of_after_word, next));
  out.push_back(feature(of_after_word, next, token + 1 < n_ ? word_hash(token + 1) : 1));
  // "…, so I": the connective may stand behind a comma.
  const bool comma = token < n_ && !wordlike(token) && token + 1 <= n_;
  out.push_back(feature(of_end_pattern, b_.before_pattern[token] != 0 ? b_.before_pattern[token]
                                        : comma                       ? b_.before_pattern[token + 1]
                                                                      : 0));
}

void ReasonView::token_features(std::uint32_t token, FeatureIds& out) const {
  out.push_back(token_feature(token));
}

std::uint32_t ReasonView::token_feature(std::uint32_t token) const {
  return feature(of_inside, word_hash(token));
}

ReasonView::Shape ReasonView::shape_of(const Candidate& c) const {
  const std::uint32_t length = b_.words[c.last] - b_.words[c.first];
  const std::uint32_t all = std::max(1U, b_.words[n_]);
  const std::uint32_t ahead = b_.words[c.first];
  const std::uint32_t behind = all - b_.words[c.last];
  const bool opens = c.first == 0 || !wordlike(c.first - 1);
  const bool shuts = c.last == n_ || !wordlike(c.last);
  return {.length = bin(length),
          .share = length * 10 / all,
          .ahead = bin(ahead),
          .behind = bin(behind),
          .edges = (ahead == 0 ? 0U : 1U) + (behind == 0 ? 0U : 2U),
          .sentences = std::min(b_.sentences[c.last] - b_.sentences[c.first], 4U),
          .marks = (opens ? 1U : 0U) + (shuts ? 2U : 0U)};
}

std::uint32_t ReasonView::all_sentences() const {
  return std::min(b_.sentences[n_], 5U);
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

namespace reason_feature {

std::uint32_t bias() {
  return feature(of_bias, 0);
}
std::uint32_t length(std::uint32_t bin) {
  return feature(of_length, bin);
}
std::uint32_t share(std::uint32_t tenths) {
  return feature(of_share, tenths);
}
std::uint32_t ahead(std::uint32_t bin) {
  return feature(of_place, bin, 0);
}
std::uint32_t behind(std::uint32_t bin) {
  return feature(of_place, bin, 1);
}
std::uint32_t edges(std::uint32_t edges) {
  return feature(of_place, edges, 2);
}
std::uint32_t sentences(std::uint32_t inside, std::uint32_t all) {
  return feature(of_sentences, inside, all);
}
std::uint32_t marks(std::uint32_t marks, std::uint32_t sentences) {
  return feature(of_shape, marks, std::min(sentences, 3U));
}
std::uint32_t hits(std::size_t telling, std::uint32_t where) {
  return feature(of_hits, telling, where);
}
std::uint32_t connectives(std::uint32_t where) {
  return feature(of_hits, 100, where);
}

}  // namespace reason_feature

void ReasonView::pair_features(const Candidate& c, FeatureIds& out) const {
  const Shape shape = shape_of(c);
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
}

void ReasonView::none_features(FeatureIds& out) const {
  out.push_back(feature(of_none, 0));
  out.push_back(feature(of_none_length, bin(b_.words[n_])));
  out.push_back(feature(of_none_length, all_sentences(), 1));
  out.push_back(feature(of_none_length, std::min<std::size_t>(parse_.clauses.size(), 5U), 2));
  for (std::size_t k = 0; k <= static_cast<std::size_t>(PatternKind::care); ++k) {
    out.push_back(feature(of_none_hits, k, column_[k] >= 0 ? 1 : 0));
  }
  for (const PatternHit& hit : parse_.hits) {
    const PatternKind kind = parse_.patterns.at(hit.pattern).kind;
    if (kind == PatternKind::reason_after || kind == PatternKind::reason_before) {
      out.push_back(feature(of_none_hits, parse_.patterns.at(hit.pattern).key));
    }
  }
}

}  // namespace attune
