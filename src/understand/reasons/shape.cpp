// SPDX-License-Identifier: Apache-2.0
// The part of ReasonView that looks at a candidate as a whole: its length, its place, what is hit
// in it and around it.

#include <algorithm>

#include "text/clause_words.h"
#include "understand/reasons/families.h"
#include "understand/reasons/features.h"

namespace attune {

ReasonView::Shape ReasonView::shape_of(const Candidate& c) const {
  const std::uint32_t length = b_.words[c.last] - b_.words[c.first];
  const std::uint32_t all = std::max(1U, b_.words[n_]);
  const std::uint32_t ahead = b_.words[c.first];
  const std::uint32_t behind = all - b_.words[c.last];
  const bool opens = c.first == 0 || !wordlike(c.first - 1);
  const bool shuts = c.last == n_ || !wordlike(c.last);
  const std::uint32_t clause = b_.clause_of[c.first];
  const std::uint32_t last_clause = b_.clause_of[c.last - 1];
  const std::uint32_t clause_end = parse_.clauses[last_clause].last;
  // A clause's last mark may stay outside.
  const bool ends_clause =
      c.last == clause_end || (c.last < n_ && !wordlike(c.last) && c.last + 1 >= clause_end);
  const std::uint32_t sentence = b_.sentences[c.first];
  const std::uint32_t last_sentence = b_.sentences[c.last - 1];
  const bool begins_sentence = c.first == 0 || ends_sentence_at(c.first - 1);
  const bool closes_sentence = c.last == n_ || ends_sentence_at(c.last);
  const bool is_last = last_sentence + (closes_sentence ? 1 : 0) >= b_.sentences[n_];
  return {
      .length = reason_bin(length),
      .share = length * 10 / all,
      .ahead = reason_bin(ahead),
      .behind = reason_bin(behind),
      .edges = (ahead == 0 ? 0U : 1U) + (behind == 0 ? 0U : 2U),
      .sentences = std::min(b_.sentences[c.last] - b_.sentences[c.first], 4U),
      .marks = (opens ? 1U : 0U) + (shuts ? 2U : 0U),
      .clauses = std::min(last_clause - clause + 1, 4U),
      .clause_edges = (c.first == parse_.clauses[clause].first ? 1U : 0U) + (ends_clause ? 2U : 0U),
      .ended = std::min(last_sentence - sentence, 3U),
      .sentence_edges = (begins_sentence ? 1U : 0U) + (closes_sentence ? 2U : 0U),
      .place = (sentence == 0 ? 1U : 0U) + (is_last ? 2U : 0U)};
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
std::uint32_t clauses(std::uint32_t edges, std::uint32_t clauses) {
  return feature(of_clauses, edges, clauses);
}
std::uint32_t sentence(std::uint32_t edges, std::uint32_t ended) {
  return feature(of_sentence, edges, ended);
}
std::uint32_t place(std::uint32_t edges, std::uint32_t place, std::uint32_t all) {
  return feature(of_sentence, edges, place, 1 + std::min(all, 3U));
}
std::uint32_t share_of(std::uint32_t tenths, std::uint32_t words) {
  return feature(of_share, tenths, 1 + words);
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
  out.push_back(reason_feature::clauses(shape.clause_edges, shape.clauses));
  out.push_back(reason_feature::sentence(shape.sentence_edges, shape.ended));
  out.push_back(reason_feature::place(shape.sentence_edges, shape.place, all_sentences()));
  out.push_back(reason_feature::share_of(shape.share, all_words()));
  out.push_back(around(c));
}

}  // namespace attune
