// SPDX-License-Identifier: Apache-2.0
#include "understand/reason_features.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
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

/// Pattern kinds that say what the span or its surroundings do.
constexpr std::array<PatternKind, 9> kTelling = {
    PatternKind::struggle, PatternKind::praise,     PatternKind::need,
    PatternKind::question, PatternKind::feeling,    PatternKind::churn_threat,
    PatternKind::advocacy, PatternKind::motivation, PatternKind::care};

constexpr std::array<std::string_view, 22> kJoiners = {
    "after", "and",  "as",   "because", "but",  "cos",   "for",  "if",    "once",  "since", "so",
    "that",  "then", "thru", "til",     "till", "until", "when", "which", "while", "who",   "with"};

constexpr auto kReasonAfter = static_cast<std::size_t>(PatternKind::reason_after);
constexpr auto kReasonBefore = static_cast<std::size_t>(PatternKind::reason_before);

bool joins(std::string_view word) {
  return std::binary_search(kJoiners.begin(), kJoiners.end(), word);
}

}  // namespace

ReasonView::ReasonView(const Parse& parse)
    : parse_(parse), n_(static_cast<std::uint32_t>(parse.tokens.size())) {
  count_hits();
  find_borders();
}

bool ReasonView::wordlike(std::uint32_t token) const {
  const TokenKind kind = parse_.tokens.list[token].kind;
  return kind == TokenKind::word || kind == TokenKind::number;
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
      return hash64(parse_.tokens.word(token));
  }
}

void ReasonView::count_hits() {
  const std::size_t wide = n_ + 1U;
  sums_.assign(kPatternKindCount * wide, 0);
  sentences_.assign(wide, 0);
  words_.assign(wide, 0);
  after_pattern_.assign(wide, 0);
  before_pattern_.assign(wide, 0);
  for (const PatternHit& hit : parse_.hits) {
    const PatternKind kind = parse_.patterns.at(hit.pattern).kind;
    const std::uint64_t key = parse_.patterns.at(hit.pattern).key;
    ++sums_[static_cast<std::size_t>(kind) * wide + hit.first + 1];
    if (kind == PatternKind::reason_after) after_pattern_[hit.last] = key;
    if (kind == PatternKind::reason_before && before_pattern_[hit.first] == 0) {
      before_pattern_[hit.first] = key;
    }
  }
  for (std::size_t k = 0; k < kPatternKindCount; ++k) {
    for (std::size_t i = 1; i < wide; ++i) sums_[k * wide + i] += sums_[k * wide + i - 1];
  }
  for (std::uint32_t i = 0; i < n_; ++i) {
    sentences_[i + 1] = sentences_[i] + (ends_sentence(parse_.tokens.word(i)) ? 1 : 0);
    words_[i + 1] = words_[i] + (wordlike(i) ? 1 : 0);
  }
}

std::uint32_t ReasonView::hits_in(std::size_t kind, std::uint32_t first, std::uint32_t last) const {
  const std::size_t at = kind * (n_ + 1U);
  return sums_[at + last] - sums_[at + first];
}

void ReasonView::find_borders() {
  std::vector<bool> clause_start(n_ + 1U, false);
  for (const ClauseRange& clause : parse_.clauses) clause_start[clause.first] = true;
  for (std::uint32_t i = 0; i < n_; ++i) {
    if (!wordlike(i)) continue;
    const bool fresh = i == 0 || !wordlike(i - 1) || clause_start[i] || after_pattern_[i] != 0 ||
                       joins(parse_.tokens.word(i - 1));
    if (fresh) begins_.push_back(i);
  }
  for (std::uint32_t i = 1; i <= n_; ++i) {
    if (!wordlike(i - 1)) continue;
    const bool over = i == n_ || !wordlike(i) || clause_start[i] || before_pattern_[i] != 0 ||
                      joins(parse_.tokens.word(i));
    if (over) ends_.push_back(i);
  }
  pair_borders();
}

void ReasonView::pair_borders() {
  for (std::uint32_t b = 0; b < begins_.size(); ++b) {
    const auto from = std::upper_bound(ends_.begin(), ends_.end(), begins_[b]) - ends_.begin();
    const auto stop = std::min(ends_.size(), static_cast<std::size_t>(from) + kMostBorders);
    for (auto e = static_cast<std::uint32_t>(from); e < stop; ++e) {
      if (ends_[e] - begins_[b] > kMostTokens) break;
      if (words_[ends_[e]] - words_[begins_[b]] < 2) continue;
      candidates_.push_back({begins_[b], ends_[e], b, e});
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
  out.push_back(feature(of_begin_pattern, after_pattern_[token]));
  out.push_back(feature(of_begin_pattern, token == 0 ? 1 : 0, before_pattern_[token] + 7));
}

void ReasonView::end_features(std::uint32_t token, FeatureIds& out) const {
  const std::uint64_t next = token < n_ ? word_hash(token) : 1;
  out.push_back(feature(of_end_word, word_hash(token - 1)));
  out.push_back(feature(of_after_word, next));
  out.push_back(feature(of_after_word, next, token + 1 < n_ ? word_hash(token + 1) : 1));
  // "…, so I": the connective may stand behind a comma.
  const bool comma = token < n_ && !wordlike(token) && token + 1 <= n_;
  out.push_back(feature(of_end_pattern, before_pattern_[token] != 0 ? before_pattern_[token]
                                        : comma                     ? before_pattern_[token + 1]
                                                                    : 0));
}

void ReasonView::token_features(std::uint32_t token, FeatureIds& out) const {
  out.push_back(feature(of_inside, word_hash(token)));
}

void ReasonView::pair_features(const Candidate& c, FeatureIds& out) const {
  const std::uint32_t length = words_[c.last] - words_[c.first];
  const std::uint32_t all = std::max(1U, words_[n_]);
  const std::uint32_t ahead = words_[c.first];
  const std::uint32_t behind = all - words_[c.last];
  const std::uint32_t sentences = sentences_[c.last] - sentences_[c.first];
  out.push_back(feature(of_bias, 0));
  out.push_back(feature(of_length, bin(length)));
  out.push_back(feature(of_share, length * 10 / all));
  out.push_back(feature(of_place, bin(ahead), 0));
  out.push_back(feature(of_place, bin(behind), 1));
  out.push_back(feature(of_place, (ahead == 0 ? 0U : 1U) + (behind == 0 ? 0U : 2U), 2));
  out.push_back(feature(of_sentences, std::min(sentences, 4U), std::min(sentences_[n_], 5U)));
  const bool opens = c.first == 0 || !wordlike(c.first - 1);
  const bool shuts = c.last == n_ || !wordlike(c.last);
  const std::uint64_t shape = (opens ? 1U : 0U) + (shuts ? 2U : 0U);
  out.push_back(feature(of_shape, shape, std::min(sentences, 3U)));
  for (std::size_t i = 0; i < kTelling.size(); ++i) {
    const auto kind = static_cast<std::size_t>(kTelling[i]);
    const std::uint32_t inside = hits_in(kind, c.first, c.last);
    const std::uint32_t outside = hits_in(kind, 0, n_) - inside;
    if (inside + outside == 0) continue;
    out.push_back(feature(of_hits, i, (inside > 0 ? 1U : 0U) + (outside > 0 ? 2U : 0U)));
  }
  const std::uint32_t inner =
      hits_in(kReasonAfter, c.first, c.last) + hits_in(kReasonBefore, c.first, c.last);
  const std::uint32_t outer = hits_in(kReasonAfter, 0, n_) + hits_in(kReasonBefore, 0, n_) - inner;
  out.push_back(feature(of_hits, 100, (inner > 0 ? 1U : 0U) + (outer > 0 ? 2U : 0U)));
}

void ReasonView::none_features(FeatureIds& out) const {
  out.push_back(feature(of_none, 0));
  out.push_back(feature(of_none_length, bin(words_[n_])));
  out.push_back(feature(of_none_length, std::min(sentences_[n_], 5U), 1));
  out.push_back(feature(of_none_length, std::min<std::size_t>(parse_.clauses.size(), 5U), 2));
  for (std::size_t k = 0; k <= static_cast<std::size_t>(PatternKind::care); ++k) {
    out.push_back(feature(of_none_hits, k, hits_in(k, 0, n_) > 0 ? 1 : 0));
  }
  for (const PatternHit& hit : parse_.hits) {
    const PatternKind kind = parse_.patterns.at(hit.pattern).kind;
    if (kind == PatternKind::reason_after || kind == PatternKind::reason_before) {
      out.push_back(feature(of_none_hits, parse_.patterns.at(hit.pattern).key));
    }
  }
}

}  // namespace attune
