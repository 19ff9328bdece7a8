// SPDX-License-Identifier: Apache-2.0
//
// Idea. Most features of a token hang on one word at one of five places. Their weights are added up
// once a word and kept by its number, so that a token adds five rows instead of hashing words and
// endings again; kinds and opinions come from tables. The four pairs of neighbours are hashed for
// all tokens first and asked of memory, and read in a second walk. Then Viterbi's search.
//
// When it applies. Words come again, from text to text on one thread. A state must serve one scorer
// only. Weights beyond ±64 are cut to fit 16 bits. Polarity has no such memory: terms are few, and
// its features are added up from the list that is given.
//
// What it costs. O(tokens), with three tags and nine moves each; O(letters) more for a new word.
// Memory for each word of the thread is a key and five sums of four numbers.
//
// Source. A. J. Viterbi, Error bounds for convolutional codes and an asymptotically optimum
// decoding algorithm, IEEE Trans. Inf. Theory 13 (1967); the model is Collins's (aspects.h).
//
// Tested in understand/fast_paths_test.cpp: random texts under random weights get the tags that
// best_tags() gives them feature by feature.
#include "understand/aspects/scorer.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"

namespace attune {

namespace {

constexpr std::uint32_t kTags = AspectWeights::kTags;
constexpr float kImpossible = -1e9F;
constexpr std::size_t kPairs = 4;    // Of words, per token.
constexpr std::uint32_t kAhead = 6;  // Tokens.

std::vector<std::int16_t> rounded(const std::vector<float>& weights) {
  std::vector<std::int16_t> steps;
  steps.reserve(weights.size());
  for (const float weight : weights) {
    // Rounded half away from zero, as std::round does, without the call.
    const float step = std::clamp(weight * AspectScorer::kSteps, -32767.0F, 32767.0F);
    steps.push_back(static_cast<std::int16_t>(step + (step < 0 ? -.5F : .5F)));
  }
  return steps;
}

void add(AspectState::Sums& to, const AspectState::Sums& more) {
  for (std::size_t t = 0; t < to.size(); ++t) to[t] += more[t];
}

}  // namespace

AspectScorer::AspectScorer(const AspectWeights& weights)
    : polarity_(rounded(weights.polarity)), moves_(rounded(weights.moves)) {
  namespace f = aspect_feature;
  const std::vector<std::int16_t> steps = rounded(weights.tags);
  tags_.resize(steps.size() / kTags);
  for (std::size_t i = 0; i < steps.size(); ++i) tags_[i / kTags][i % kTags] = steps[i];
  for (std::uint32_t k = 0; k < kinds_.size(); ++k) add(kinds_[k], f::kind(k));
  for (std::uint32_t a = 0; a < AspectView::kOpinions; ++a) {
    for (std::uint32_t b = 0; b < AspectView::kOpinions; ++b) {
      add(opinions_before_[a][b], f::opinions_before(a, b));
      add(opinions_after_[a][b], f::opinions_after(a, b));
    }
  }
  add(outside_.before, f::near(-1, 1));
  add(outside_.second_before, f::near(-2, 1));
  add(beyond_.after, f::near(1, 2));
  add(beyond_.second_after, f::near(2, 2));
}

void AspectScorer::add(Sums& sums, std::uint32_t feature) const {
  const std::array<std::int16_t, 4>& row = tags_[feature];
  for (std::size_t t = 0; t < sums.size(); ++t) sums[t] += row[t];
}

std::vector<std::int16_t> AspectScorer::tag_steps() const {
  std::vector<std::int16_t> steps;
  steps.reserve(tags_.size() * kTags);
  for (const auto& row : tags_) steps.insert(steps.end(), row.begin(), row.begin() + kTags);
  return steps;
}

void AspectScorer::make_word(std::string_view folded, TokenKind kind,
                             AspectState::Word& made) const {
  namespace f = aspect_feature;
  const std::uint64_t hash = kind == TokenKind::number ? 3 : hash64(folded);
  add(made.here, f::word(hash));
  for (const std::size_t letters : {2U, 3U, 4U}) add(made.here, f::ending(folded, letters));
  add(made.before, f::near(-1, hash));
  add(made.before, f::near_ending(-1, folded));
  add(made.second_before, f::near(-2, hash));
  add(made.after, f::near(1, hash));
  add(made.after, f::near_ending(1, folded));
  add(made.second_after, f::near(2, hash));
}

void AspectScorer::emit(const AspectView& view, const Tokens& tokens, AspectState& state) const {
  namespace f = aspect_feature;
  const std::uint32_t n = view.size();
  state.emissions.resize(n);
  state.words.reserve(tokens.numbers);
  // Two places before the text and two behind it, so that every token has neighbours.
  state.list.assign(n + 4U, &outside_);
  state.list[n + 2U] = state.list[n + 3U] = &beyond_;
  for (std::uint32_t i = 0; i < n; ++i) {
    const Token& token = tokens.list[i];
    if (i + kAhead < n) state.words.prefetch(tokens.list[i + kAhead].number);
    state.list[i + 2U] = &state.words.of(
        tokens.numbers, token.number,
        [&](AspectState::Word& made) { make_word(tokens.word(i), token.kind, made); });
  }
  // The rows of pairs lie anywhere in half a megabyte: asked for a few tokens ahead.
  state.ids.resize(std::size_t{n} * kPairs);
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto at = static_cast<std::int64_t>(i);
    for (int side = -2; side <= 1; ++side) {
      const std::uint32_t id = f::pair(side, view.word(at + side), view.word(at + side + 1));
      __builtin_prefetch(&tags_[id]);
      state.ids[i * kPairs + static_cast<std::size_t>(side + 2)] = id;
    }
  }
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto at = static_cast<std::int64_t>(i);
    const AspectState::Word* const* near = state.list.data() + i;
    Sums sums = kinds_[view.kind(i)];
    attune::add(sums, near[2]->here);
    attune::add(sums, near[1]->before);
    attune::add(sums, near[0]->second_before);
    attune::add(sums, near[3]->after);
    attune::add(sums, near[4]->second_after);
    attune::add(sums, opinions_before_[view.opinion(at)][view.opinion(at - 1)]);
    attune::add(sums, opinions_after_[view.opinion(at + 1)][view.opinion(at + 2)]);
    for (std::size_t p = 0; p < kPairs; ++p) add(sums, state.ids[i * kPairs + p]);
    state.emissions[i] = sums;
  }
}

void AspectScorer::tag(const AspectView& view, const Tokens& tokens, AspectState& state) const {
  const std::uint32_t n = view.size();
  state.tags.assign(n, tag_outside);
  if (n == 0) return;
  emit(view, tokens, state);
  state.from.resize(n);
  std::array<float, AspectWeights::kMoves> moves{};
  for (std::size_t m = 0; m < moves.size(); ++m) moves[m] = static_cast<float>(moves_[m]) / kSteps;
  // Before the text stands "outside".
  TagScores best{0, kImpossible, kImpossible};
  for (std::uint32_t i = 0; i < n; ++i) {
    TagScores next{};
    for (std::uint32_t t = 0; t < kTags; ++t) {
      const std::uint8_t p = best_before(best, moves.data(), t);
      state.from[i][t] = p;
      next[t] = static_cast<float>(state.emissions[i][t]) * (1 / kSteps) +
                (best[p] + moves[p * kTags + t]);
    }
    best = next;
  }
  auto tag = static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::uint32_t i = n; i-- > 0;) {
    state.tags[i] = static_cast<AspectTag>(tag);
    tag = state.from[i][tag];
  }
}

AspectState::Sums AspectScorer::polarity(const std::vector<std::uint32_t>& ids) const {
  Sums sums{};
  for (const std::uint32_t id : ids) __builtin_prefetch(polarity_.data() + std::size_t{id} * kTags);
  for (const std::uint32_t id : ids) {
    const std::int16_t* row = polarity_.data() + std::size_t{id} * kTags;
    for (std::uint32_t t = 0; t < kTags; ++t) sums[t] += row[t];
  }
  return sums;
}

}  // namespace attune
