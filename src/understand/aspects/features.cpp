// SPDX-License-Identifier: Apache-2.0
#include "understand/aspects/features.h"

#include <algorithm>
#include <string_view>

#include "base/hash.h"
#include "text/clause_words.h"
#include "text/words/lexicon.h"

namespace attune {

namespace {

constexpr std::int64_t kWindow = 10;
constexpr std::uint32_t kAhead = 6;  // Tokens.
constexpr float kImpossible = -1e9F;
constexpr std::uint32_t kTags = AspectWeights::kTags;

std::uint32_t feature(std::uint64_t family, std::uint64_t a, std::uint64_t b = 0) {
  return static_cast<std::uint32_t>(hash_pair(hash_pair(family, a), b) >> 24U) &
         (AspectWeights::kTable - 1);
}

bool contrasts(std::string_view word) {
  return word == "while" || word == "except" || Lexicon::get().has(word, LexicalClass::contrast);
}

bool negates(std::string_view word) {
  return word.ends_with("n't") || Lexicon::get().has(word, LexicalClass::opinion_negates);
}

/// 1 2 3 4 6 10: how far.
std::uint64_t reach(std::int64_t distance) {
  if (distance <= 3) return static_cast<std::uint64_t>(distance);
  return distance <= 5 ? 4U : distance <= 8 ? 6U : 10U;
}

}  // namespace

AspectView::AspectView(const Parse& parse) : AspectView(parse, own_) {}

AspectView::AspectView(const Parse& parse, AspectBuffers& buffers)
    : parse_(parse), n_(static_cast<std::uint32_t>(parse.tokens.size())), b_(buffers) {
  look_up();
  mark_opinions();
}

void AspectView::look_up() {
  b_.words.resize(n_);
  b_.opinions.resize(n_);
  b_.pieces.resize(n_);
  b_.negators.resize(n_);
  std::uint32_t piece = 0;
  for (std::uint32_t i = 0; i < n_; ++i) {
    const Token& token = parse_.tokens.list[i];
    if (i + kAhead < n_) b_.known.prefetch(parse_.tokens.list[i + kAhead].number);
    const AspectBuffers::Word& known =
        b_.known.of(parse_.tokens.numbers, token.number, [&](AspectBuffers::Word& made) {
          const std::string_view w = parse_.tokens.word(i);
          made = {.hash = token.kind == TokenKind::number ? 3 : hash64(w),
                  .opinion = opinion_of(w),
                  .contrasts = contrasts(w),
                  .negates = negates(w),
                  .ends_sentence = ends_sentence(w)};
        });
    b_.words[i] = known.hash;
    b_.opinions[i] = known.opinion;
    if (known.contrasts || known.ends_sentence) ++piece;
    b_.negators[i] = known.negates;
    b_.pieces[i] = piece;
  }
}

/// What a pattern says of a stretch colours its words that say nothing themselves.
void AspectView::mark_opinions() {
  std::vector<Opinion>& opinions = b_.opinions;
  for (const PatternHit& hit : parse_.hits) {
    const PatternKind kind = parse_.patterns.at(hit.entry).kind;
    if (kind != PatternKind::praise && kind != PatternKind::struggle) continue;
    const Opinion opinion = kind == PatternKind::praise ? Opinion::good : Opinion::bad;
    const bool said = std::any_of(opinions.begin() + hit.first, opinions.begin() + hit.last,
                                  [](Opinion one) { return one != Opinion::none; });
    if (!said) opinions[hit.last - 1] = opinion;
  }
}

std::uint32_t AspectView::kind(std::uint32_t token) const {
  const Token& t = parse_.tokens.list[token];
  return static_cast<std::uint32_t>(t.kind) * 8 + (t.title ? 1U : 0U) + (t.capitals ? 2U : 0U) +
         (token == 0 ? 4U : 0U);
}

namespace aspect_feature {

std::uint32_t kind(std::uint32_t kind) {
  return feature(1, kind);
}
std::uint32_t word(std::uint64_t hash) {
  return feature(2, hash);
}
std::uint32_t ending(std::string_view folded, std::size_t letters) {
  return feature(5, hash64(folded.substr(folded.size() - std::min(letters, folded.size()))));
}
std::uint32_t near(int side, std::uint64_t hash) {
  return feature(side == -1 ? 6 : side == 1 ? 7 : side == -2 ? 8 : 9, hash);
}
std::uint32_t near_ending(int side, std::string_view folded) {
  const std::uint64_t hash =
      hash64(folded.substr(folded.size() - std::min<std::size_t>(3, folded.size())));
  return feature(side == -1 ? 12 : 13, hash);
}
std::uint32_t opinions_before(std::uint32_t here, std::uint32_t before) {
  return feature(14, here, before);
}
std::uint32_t opinions_after(std::uint32_t next, std::uint32_t second) {
  return feature(15, next, second);
}

}  // namespace aspect_feature

void AspectView::tag_features(std::uint32_t token, bool known,
                              std::vector<std::uint32_t>& out) const {
  namespace f = aspect_feature;
  const auto at = static_cast<std::int64_t>(token);
  const std::string_view folded = parse_.tokens.word(token);
  out.push_back(f::kind(kind(token)));
  if (known) {
    out.push_back(f::word(word(at)));
    out.push_back(f::pair(-1, word(at - 1), word(at)));
    out.push_back(f::pair(0, word(at), word(at + 1)));
  } else {
    out.push_back(f::word(0));
  }
  for (const std::size_t letters : {2U, 3U, 4U}) out.push_back(f::ending(folded, letters));
  for (const int side : {-1, 1, -2, 2}) out.push_back(f::near(side, word(at + side)));
  out.push_back(f::pair(-2, word(at - 2), word(at - 1)));
  out.push_back(f::pair(1, word(at + 1), word(at + 2)));
  if (token > 0) out.push_back(f::near_ending(-1, parse_.tokens.word(token - 1)));
  if (token + 1 < n_) out.push_back(f::near_ending(1, parse_.tokens.word(token + 1)));
  out.push_back(f::opinions_before(opinion(at), opinion(at - 1)));
  out.push_back(f::opinions_after(opinion(at + 1), opinion(at + 2)));
}

std::uint64_t AspectView::neighbour_features(std::int64_t token, std::int64_t distance, bool before,
                                             std::uint32_t term,
                                             std::vector<std::uint32_t>& out) const {
  const auto at = static_cast<std::size_t>(token);
  const bool across = b_.pieces[at] != b_.pieces[term];
  const std::uint64_t side = (before ? 1U : 0U) + (across ? 2U : 0U);
  const bool negated = (at > 0 && b_.negators[at - 1]) || (at > 1 && b_.negators[at - 2]);
  out.push_back(feature(32, b_.words[at], reach(distance) * 4 + side));
  out.push_back(feature(33, b_.words[at], (across ? 2U : 0U) + (negated ? 1U : 0U)));
  if (b_.opinions[at] == Opinion::none) return 0;
  const std::uint64_t opinion = (b_.opinions[at] == Opinion::good) != negated ? 1 : 2;
  out.push_back(feature(34, opinion, reach(distance) * 4 + side));
  out.push_back(feature(35, opinion, across ? 1 : 0));
  return opinion << (across ? 2U : 0U);
}

void AspectView::polarity_features(std::uint32_t first, std::uint32_t last,
                                   std::vector<std::uint32_t>& out) const {
  out.push_back(feature(30, 0));
  for (std::uint32_t i = first; i < last; ++i) out.push_back(feature(31, b_.words[i]));
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

TagScores emissions(const AspectView& view, const AspectWeights& weights, std::uint32_t token,
                    std::vector<std::uint32_t>& ids) {
  ids.clear();
  view.tag_features(token, true, ids);
  TagScores here{};
  for (const std::uint32_t id : ids) {
    for (std::uint32_t t = 0; t < kTags; ++t) here[t] += weights.tags[std::size_t{id} * kTags + t];
  }
  return here;
}

}  // namespace

void best_tags(const AspectView& view, const AspectWeights& weights, std::vector<AspectTag>& tags) {
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
      const std::uint8_t p = best_before(best, weights.moves.data(), t);
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
