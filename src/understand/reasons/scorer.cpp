// SPDX-License-Identifier: Apache-2.0
//
// Idea. A span's score is a sum of four parts: its begin, its end, its tokens, and what depends on
// both borders. The first two are added up once a border; that of the tokens is the difference of
// two prefix sums; of the last all but one are looked up in small tables that are filled when the
// model is made. One softmax over the spans and "none" makes probabilities of the sums.
//
// When it applies. Features do not depend on more than one border and one token at a time, but for
// the few of the pair. Weights beyond ±64 are cut to fit 16 bits. A text whose spans together stay
// below what is asked for is left without an answer before the division.
//
// What it costs. O(tokens + candidates): features.cpp pairs a begin with the next nine ends at
// most, and a pair looks at a fixed number of tables. No allocation once the state has grown.
//
// Source. Ours; prefix sums and tables are common means. The model is described in reasons.h.
//
// Tested in understand/fast_paths_test.cpp, where sums of random texts under random weights equal
// those of the features one by one.
#include "understand/reasons/scorer.h"

#include <algorithm>
#include <cmath>

namespace attune {

ReasonScorer::ReasonScorer(const std::vector<float>& weights) {
  steps_.reserve(weights.size());
  for (const float weight : weights) {
    // Rounded half away from zero, as std::round does, without the call.
    const float step = std::clamp(weight * kSteps, -32767.0F, 32767.0F);
    steps_.push_back(static_cast<std::int16_t>(step + (step < 0 ? -.5F : .5F)));
  }
  namespace f = reason_feature;
  bias_ = at(f::bias());
  for (std::uint32_t i = 0; i < kReasonBins; ++i) {
    length_[i] = at(f::length(i));
    ahead_[i] = at(f::ahead(i));
    behind_[i] = at(f::behind(i));
  }
  for (std::uint32_t i = 0; i < share_.size(); ++i) share_[i] = at(f::share(i));
  for (std::uint32_t i = 0; i < edges_.size(); ++i) edges_[i] = at(f::edges(i));
  for (std::uint32_t i = 0; i < connectives_.size(); ++i) connectives_[i] = at(f::connectives(i));
  for (std::uint32_t i = 0; i < sentences_.size(); ++i) {
    for (std::uint32_t j = 0; j < sentences_[i].size(); ++j) {
      sentences_[i][j] = at(f::sentences(i, j));
    }
    for (std::uint32_t m = 0; m < marks_.size(); ++m) marks_[m][i] = at(f::marks(m, i));
  }
  look_up_places();
  for (std::size_t i = 0; i < hits_.size(); ++i) {
    for (std::uint32_t where = 1; where < hits_[i].size(); ++where) {
      hits_[i][where] = at(f::hits(i, where));
    }
  }
}

void ReasonScorer::look_up_places() {
  namespace f = reason_feature;
  for (std::uint32_t i = 0; i < share_of_.size(); ++i) {
    for (std::uint32_t j = 0; j < share_of_[i].size(); ++j) share_of_[i][j] = at(f::share_of(i, j));
  }
  for (std::uint32_t i = 0; i < 4; ++i) {
    for (std::uint32_t j = 0; j < clauses_[i].size(); ++j) clauses_[i][j] = at(f::clauses(i, j));
    for (std::uint32_t j = 0; j < 4; ++j) {
      sentence_[i][j] = at(f::sentence(i, j));
      for (std::uint32_t k = 0; k < 4; ++k) place_[i][j][k] = at(f::place(i, j, k));
    }
  }
}

std::int32_t ReasonScorer::sum(FeatureIds& ids) const {
  std::int32_t total = 0;
  for (const std::uint32_t id : ids) total += at(id);
  ids.clear();
  return total;
}

void ReasonScorer::score_borders(const ReasonView& view, const Parse& parse,
                                 ReasonState& state) const {
  state.begins.clear();
  state.ends.clear();
  for (const std::uint32_t begin : view.begins()) {
    view.begin_features(begin, state.ids);
    state.begins.push_back(sum(state.ids));
  }
  for (const std::uint32_t end : view.ends()) {
    view.end_features(end, state.ids);
    state.ends.push_back(sum(state.ids));
  }
  const auto n = static_cast<std::uint32_t>(parse.tokens.size());
  state.inside.resize(n + 1U);
  state.inside[0] = 0;
  state.outside = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    view.outside_features(i, state.ids);
    const std::int32_t outside = sum(state.ids);
    view.token_features(i, state.ids);
    state.inside[i + 1] = state.inside[i] + sum(state.ids) - outside;
    state.outside += outside;
  }
}

std::int32_t ReasonScorer::pair_sum(const ReasonView& view, const ReasonCandidate& c) const {
  const ReasonShape shape = view.shape_of(c);
  std::int32_t total = bias_ + length_[shape.length] + share_[shape.share] + ahead_[shape.ahead] +
                       behind_[shape.behind] + edges_[shape.edges] +
                       sentences_[shape.sentences][view.all_sentences()] +
                       marks_[shape.marks][shape.sentences] + connectives_[view.where_connected(c)];
  total += clauses_[shape.clause_edges][shape.clauses] +
           sentence_[shape.sentence_edges][shape.ended] +
           place_[shape.sentence_edges][shape.place][std::min(view.all_sentences(), 3U)] +
           share_of_[shape.share][view.all_words()] + at(view.around(c));
  for (std::size_t i = 0; i < kTelling.size(); ++i) {
    if (view.is_hit(kTelling[i])) total += hits_[i][view.where_hit(kTelling[i], c)];
  }
  return total;
}

void ReasonScorer::score(const ReasonView& view, const Parse& parse, float least,
                         ReasonState& state) const {
  state.all.clear();
  state.sums.clear();
  if (view.candidates().empty()) return;
  score_borders(view, parse, state);
  view.none_features(state.ids);
  const std::int32_t none = sum(state.ids);
  std::int32_t most = none;
  for (const ReasonCandidate& c : view.candidates()) {
    state.sums.push_back(state.begins[c.begin_border] + state.ends[c.end_border] +
                         state.inside[c.last] - state.inside[c.first] + state.outside +
                         pair_sum(view, c));
    most = std::max(most, state.sums.back());
  }
  const auto logit = [most](std::int32_t steps) {
    return static_cast<float>(steps - most) / kSteps;
  };
  double total = std::exp(static_cast<double>(logit(none)));
  const double of_none = total;
  for (std::size_t i = 0; i < state.sums.size(); ++i) {
    const float p = std::exp(logit(state.sums[i]));
    total += p;
    state.all.push_back({view.span_of(view.candidates()[i]), p});
  }
  if (total - of_none < 0.99 * static_cast<double>(least) * total) {
    state.all.clear();
    return;
  }
  for (ScoredReason& one : state.all) one.p = static_cast<float>(one.p / total);
}

}  // namespace attune
