// SPDX-License-Identifier: Apache-2.0
#include "understand/aspect_features.h"

#include <algorithm>
#include <string_view>

#include "base/hash.h"

namespace attune {

namespace {

constexpr std::int64_t kWindow = 10;
constexpr float kImpossible = -1e9F;
constexpr std::uint32_t kTags = Aspects::kTags;

std::uint32_t feature(std::uint64_t family, std::uint64_t a, std::uint64_t b = 0) {
  return static_cast<std::uint32_t>(hash_pair(hash_pair(family, a), b) >> 24U) &
         (Aspects::kTable - 1);
}

bool contrasts(std::string_view word) {
  return word == "but" || word == "although" || word == "though" || word == "however" ||
         word == "yet" || word == "while" || word == "whereas" || word == "except";
}

bool negates(std::string_view word) {
  return word == "not" || word == "no" || word == "never" || word == "without" ||
         word == "hardly" || word == "nothing" || word == "cannot" || word.ends_with("n't") ||
         word == "nor" || word == "neither";
}

/// 1 2 3 4 6 10: how far.
std::uint64_t reach(std::int64_t distance) {
  if (distance <= 3) return static_cast<std::uint64_t>(distance);
  return distance <= 5 ? 4U : distance <= 8 ? 6U : 10U;
}

}  // namespace

AspectView::AspectView(const Parse& parse)
    : parse_(parse), n_(static_cast<std::uint32_t>(parse.tokens.size())) {
  words_.reserve(n_);
  for (std::uint32_t i = 0; i < n_; ++i) {
    const Token& token = parse.tokens.list[i];
    words_.push_back(token.kind == TokenKind::number ? 3 : hash64(parse.tokens.word(i)));
  }
  mark_opinions();
  mark_contrasts();
}

void AspectView::mark_opinions() {
  opinions_.reserve(n_);
  for (std::uint32_t i = 0; i < n_; ++i) {
    opinions_.push_back(opinion_of(parse_.tokens.word(i)));
  }
  // What a pattern says of a stretch colours its words that say nothing themselves.
  for (const PatternHit& hit : parse_.hits) {
    const PatternKind kind = parse_.patterns.at(hit.pattern).kind;
    if (kind != PatternKind::praise && kind != PatternKind::struggle) continue;
    const Opinion opinion = kind == PatternKind::praise ? Opinion::good : Opinion::bad;
    const bool said = std::any_of(opinions_.begin() + hit.first, opinions_.begin() + hit.last,
                                  [](Opinion one) { return one != Opinion::none; });
    if (!said) opinions_[hit.last - 1] = opinion;
  }
}

void AspectView::mark_contrasts() {
  pieces_.assign(n_, 0);
  negators_.assign(n_, false);
  std::uint32_t piece = 0;
  for (std::uint32_t i = 0; i < n_; ++i) {
    const std::string_view w = parse_.tokens.word(i);
    if (contrasts(w) || ends_sentence(w)) ++piece;
    negators_[i] = negates(w);
    pieces_[i] = piece;
  }
}

std::uint64_t AspectView::word(std::int64_t token) const {
  if (token < 0) return 1;
  return token >= n_ ? 2 : words_[static_cast<std::size_t>(token)];
}

std::uint64_t AspectView::ending(std::uint32_t token, std::size_t letters) const {
  const std::string_view w = parse_.tokens.word(token);
  return hash64(w.substr(w.size() - std::min(letters, w.size())));
}

void AspectView::tag_features(std::uint32_t token, bool known,
                              std::vector<std::uint32_t>& out) const {
  const Token& t = parse_.tokens.list[token];
  const auto at = static_cast<std::int64_t>(token);
  const std::uint64_t kind = static_cast<std::uint64_t>(t.kind) * 8 + (t.title ? 1U : 0U) +
                             (t.capitals ? 2U : 0U) + (token == 0 ? 4U : 0U);
  out.push_back(feature(1, kind));
  if (known) {
    out.push_back(feature(2, word(at)));
    out.push_back(feature(3, word(at - 1), word(at)));
    out.push_back(feature(4, word(at), word(at + 1)));
  } else {
    out.push_back(feature(2, 0));
  }
  out.push_back(feature(5, ending(token, 2)));
  out.push_back(feature(5, ending(token, 3)));
  out.push_back(feature(5, ending(token, 4)));
  out.push_back(feature(6, word(at - 1)));
  out.push_back(feature(7, word(at + 1)));
  out.push_back(feature(8, word(at - 2)));
  out.push_back(feature(9, word(at + 2)));
  out.push_back(feature(10, word(at - 2), word(at - 1)));
  out.push_back(feature(11, word(at + 1), word(at + 2)));
  if (token > 0) out.push_back(feature(12, ending(token - 1, 3)));
  if (token + 1 < n_) out.push_back(feature(13, ending(token + 1, 3)));
  const auto opinion = [&](std::int64_t i) {
    return i < 0 || i >= n_ ? 4U
                            : static_cast<std::uint32_t>(opinions_[static_cast<std::size_t>(i)]);
  };
  out.push_back(feature(14, opinion(at), opinion(at - 1)));
  out.push_back(feature(15, opinion(at + 1), opinion(at + 2)));
}

std::uint64_t AspectView::neighbour_features(std::int64_t token, std::int64_t distance, bool before,
                                             std::uint32_t term,
                                             std::vector<std::uint32_t>& out) const {
  const auto at = static_cast<std::size_t>(token);
  const bool across = pieces_[at] != pieces_[term];
  const std::uint64_t side = (before ? 1U : 0U) + (across ? 2U : 0U);
  const bool negated = (at > 0 && negators_[at - 1]) || (at > 1 && negators_[at - 2]);
  out.push_back(feature(32, words_[at], reach(distance) * 4 + side));
  out.push_back(feature(33, words_[at], (across ? 2U : 0U) + (negated ? 1U : 0U)));
  if (opinions_[at] == Opinion::none) return 0;
  const std::uint64_t opinion = (opinions_[at] == Opinion::good) != negated ? 1 : 2;
  out.push_back(feature(34, opinion, reach(distance) * 4 + side));
  out.push_back(feature(35, opinion, across ? 1 : 0));
  return opinion << (across ? 2U : 0U);
}

void AspectView::polarity_features(std::uint32_t first, std::uint32_t last,
                                   std::vector<std::uint32_t>& out) const {
  out.push_back(feature(30, 0));
  for (std::uint32_t i = first; i < last; ++i) out.push_back(feature(31, words_[i]));
  std::uint64_t seen = 0;  // Good and bad on this side of a contrast, and beyond it.
  const auto left = static_cast<std::int64_t>(first);
  const auto right = static_cast<std::int64_t>(last);
  const std::int64_t end = std::min<std::int64_t>(n_, right + kWindow);
  for (std::int64_t i = std::max<std::int64_t>(0, left - kWindow); i < end; ++i) {
    if (i < left) seen |= neighbour_features(i, left - i, true, first, out);
    if (i >= right) seen |= neighbour_features(i, i - right + 1, false, first, out);
  }
  out.push_back(feature(37, seen));
}

namespace {

using TagScores = std::array<float, kTags>;

TagScores emissions(const AspectView& view, const Aspects::Weights& weights, std::uint32_t token,
                    std::vector<std::uint32_t>& ids) {
  ids.clear();
  view.tag_features(token, true, ids);
  TagScores here{};
  for (const std::uint32_t id : ids) {
    for (std::uint32_t t = 0; t < kTags; ++t) here[t] += weights.tags[std::size_t{id} * kTags + t];
  }
  return here;
}

/// The best way to reach `tag` from the tags before it; ties go to the lower one.
std::uint8_t best_before(const TagScores& before, const std::vector<float>& moves,
                         std::uint32_t tag) {
  std::uint8_t best = tag == tag_inside ? tag_begin : tag_outside;
  for (std::uint8_t p = best; p < kTags; ++p) {
    if (before[p] + moves[p * kTags + tag] > before[best] + moves[best * kTags + tag]) best = p;
  }
  return best;
}

}  // namespace

void best_tags(const AspectView& view, const Aspects::Weights& weights,
               std::vector<AspectTag>& tags) {
  const std::uint32_t n = view.size();
  tags.assign(n, tag_outside);
  if (n == 0) return;
  std::vector<std::array<std::uint8_t, kTags>> from(n);
  // Before the text stands "outside".
  TagScores best{0, kImpossible, kImpossible};
  std::vector<std::uint32_t> ids;
  for (std::uint32_t i = 0; i < n; ++i) {
    TagScores next = emissions(view, weights, i, ids);
    for (std::uint32_t t = 0; t < kTags; ++t) {
      const std::uint8_t p = best_before(best, weights.moves, t);
      from[i][t] = p;
      next[t] += best[p] + weights.moves[p * kTags + t];
    }
    best = next;
  }
  auto tag = static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::uint32_t i = n; i-- > 0;) {
    tags[i] = static_cast<AspectTag>(tag);
    tag = from[i][tag];
  }
}

}  // namespace attune
