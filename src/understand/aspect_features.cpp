// SPDX-License-Identifier: Apache-2.0
#include "understand/aspect_features.h"

#include <algorithm>
#include <string_view>

#include "base/hash.h"

namespace attune {

namespace {

constexpr std::int64_t kWindow = 10;
constexpr float kImpossible = -1e9F;

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

void AspectView::polarity_features(std::uint32_t first, std::uint32_t last,
                                   std::vector<std::uint32_t>& out) const {
  out.push_back(feature(30, 0));
  for (std::uint32_t i = first; i < last; ++i) out.push_back(feature(31, words_[i]));
  std::uint64_t seen = 0;  // Good and bad on this side of a contrast, and beyond it.
  const auto left = static_cast<std::int64_t>(first);
  const auto right = static_cast<std::int64_t>(last);
  for (std::int64_t i = std::max<std::int64_t>(0, left - kWindow);
       i < std::min<std::int64_t>(n_, right + kWindow); ++i) {
    if (i >= left && i < right) continue;
    const auto at = static_cast<std::size_t>(i);
    const bool before = i < left;
    const std::int64_t distance = before ? left - i : i - right + 1;
    const bool across = pieces_[at] != pieces_[first];
    const std::uint64_t side = (before ? 1U : 0U) + (across ? 2U : 0U);
    const bool negated = (at > 0 && negators_[at - 1]) || (at > 1 && negators_[at - 2]);
    out.push_back(feature(32, words_[at], reach(distance) * 4 + side));
    out.push_back(feature(33, words_[at], (across ? 2U : 0U) + (negated ? 1U : 0U)));
    if (opinions_[at] == Opinion::none) continue;
    const std::uint64_t opinion = (opinions_[at] == Opinion::good) != negated ? 1 : 2;
    out.push_back(feature(34, opinion, reach(distance) * 4 + side));
    out.push_back(feature(35, opinion, across ? 1 : 0));
    seen |= (opinion << (across ? 2U : 0U));
  }
  out.push_back(feature(37, seen));
}

void best_tags(const AspectView& view, const Aspects::Weights& weights,
               std::vector<AspectTag>& tags) {
  const std::uint32_t n = view.size();
  tags.assign(n, kOutside);
  if (n == 0) return;
  constexpr std::uint32_t kTags = Aspects::kTags;
  std::vector<std::array<std::uint8_t, kTags>> from(n);
  std::array<float, kTags> best{};
  std::vector<std::uint32_t> ids;
  for (std::uint32_t i = 0; i < n; ++i) {
    ids.clear();
    view.tag_features(i, true, ids);
    std::array<float, kTags> here{};
    for (const std::uint32_t id : ids) {
      for (std::uint32_t t = 0; t < kTags; ++t) here[t] += weights.tags[id * kTags + t];
    }
    std::array<float, kTags> next{};
    for (std::uint32_t t = 0; t < kTags; ++t) {
      next[t] = kImpossible;
      for (std::uint32_t p = 0; p < kTags; ++p) {
        if ((t == kInside && p == kOutside) || (i == 0 && p != kOutside)) continue;
        const float score = best[p] + weights.moves[p * kTags + t] + here[t];
        if (score > next[t]) {
          next[t] = score;
          from[i][t] = static_cast<std::uint8_t>(p);
        }
      }
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
