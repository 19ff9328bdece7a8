// SPDX-License-Identifier: Apache-2.0
//
// Idea. A span's score is a sum of four parts: its begin, its end, its tokens, and what depends on
// both borders. The first two are added up once a border; that of the tokens is the difference of
// two prefix sums; of the last all but one are looked up in small tables that are filled when the
// model is made. What hangs on one word is added up once a word and kept by its number. One softmax
// over the spans and "none" makes probabilities of the sums.
//
// When it applies. Features do not depend on more than one border and one token at a time, but for
// the few of the pair. Weights beyond ±64 are cut to fit 16 bits. A text whose spans together stay
// below what is asked for is left without an answer before the division, and before the exponents
// where as many spans like the best would stay below it.
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

#include "understand/reasons/families.h"

namespace attune {

namespace {

constexpr std::uint32_t kAhead = 6;  ///< Tokens.

/// True if `spans` of them, each at most `ahead` steps ahead of "none", surely stay below `least`.
bool stays_below(std::int32_t ahead, std::size_t spans, float least) {
  const double most =
      static_cast<double>(spans) *
      std::exp(static_cast<double>(ahead) / static_cast<double>(ReasonScorer::kSteps));
  constexpr double kSure = .98;  // More than all rounding.
  return most < kSure * static_cast<double>(least) * (1 + most);
}

}  // namespace

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
  look_up_none();
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

void ReasonScorer::look_up_none() {
  before_text_ = word(1, kNoClass);
  behind_text_ = before_text_;
  for (std::uint64_t first = 0; first < no_begin_pattern_.size(); ++first) {
    no_begin_pattern_[first] =
        at(feature(of_begin_pattern, 0)) + at(feature(of_begin_pattern, first, 7));
  }
  no_end_pattern_ = at(feature(of_end_pattern, 0));
  none_bias_ = at(feature(of_none, 0));
  for (std::size_t i = 0; i < none_words_.size(); ++i) {
    none_words_[i] = at(feature(of_none_length, i));
  }
  for (std::size_t i = 0; i < none_sentences_.size(); ++i) {
    none_sentences_[i] = at(feature(of_none_length, i, 1));
    none_clauses_[i] = at(feature(of_none_length, i, 2));
  }
  for (std::size_t k = 0; k < none_hits_.size(); ++k) {
    for (std::size_t hit = 0; hit < 2; ++hit) {
      none_hits_[k][hit] = at(feature(of_none_hits, k, hit));
    }
  }
}

ReasonState::Word ReasonScorer::word(std::uint64_t hash, std::uint64_t klass) const {
  const std::int32_t outside = at(feature(of_outside_class, klass));
  return {.begin = at(feature(of_begin_word, hash)) + at(feature(of_begin_class, klass)),
          .before = at(feature(of_before_word, hash)) + at(feature(of_before_class, klass)),
          .end = at(feature(of_end_word, hash)),
          .after = at(feature(of_after_word, hash)) + at(feature(of_after_class, klass)),
          .inside = at(feature(of_inside, hash)) + at(feature(of_inside_class, klass)) - outside,
          .outside = outside,
          .none = at(feature(of_none_class, klass))};
}

void ReasonScorer::score_words(const ReasonView& view, const Tokens& tokens,
                               ReasonState& state) const {
  const auto n = static_cast<std::uint32_t>(tokens.size());
  state.list.resize(n);
  state.inside.resize(n + 1U);
  state.inside[0] = 0;
  state.outside = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (i + kAhead < n) state.words.prefetch(tokens.list[i + kAhead].number);
    const ReasonState::Word& known = state.words.of(
        tokens.numbers, tokens.list[i].number,
        [&](ReasonState::Word& made) { made = word(view.word_hash(i), view.class_of(i)); });
    state.list[i] = known;
    state.inside[i + 1] = state.inside[i] + known.inside;
    state.outside += known.outside;
  }
}

std::int32_t ReasonScorer::begin_sum(const ReasonView& view, std::uint32_t token,
                                     const std::vector<ReasonState::Word>& list) const {
  const std::uint64_t before = token > 0 ? view.word_hash(token - 1) : 1;
  const std::uint64_t earlier = token > 1 ? view.word_hash(token - 2) : 1;
  const std::uint64_t one = view.class_of(token);
  const std::uint64_t ahead = view.class_before(token, 1);
  std::int32_t total = list[token].begin + (token > 0 ? list[token - 1] : before_text_).before;
  total += at(feature(of_begin_pair, view.word_hash(token), view.word_hash(token + 1)));
  total += at(feature(of_before_pair, earlier, before));
  total += at(feature(of_begin_class, one, view.class_of(token + 1), 1));
  total += at(feature(of_before_class, view.class_before(token, 2), ahead, 1));
  total += at(feature(of_before_class, ahead, one, 2));
  const std::uint64_t first = token == 0 ? 1 : 0;
  const std::uint64_t lead = view.pattern_after(token);
  const std::uint64_t led = view.pattern_before(token);
  if (lead == 0 && led == 0) return total + no_begin_pattern_[first];
  return total + at(feature(of_begin_pattern, lead)) +
         at(feature(of_begin_pattern, first, led + 7));
}

std::int32_t ReasonScorer::end_sum(const ReasonView& view, std::uint32_t token,
                                   const std::vector<ReasonState::Word>& list) const {
  const auto n = static_cast<std::uint32_t>(list.size());
  const std::uint64_t next = token < n ? view.word_hash(token) : 1;
  const std::uint64_t second = token + 1 < n ? view.word_hash(token + 1) : 1;
  const std::uint64_t behind = view.class_of(token);
  std::int32_t total = list[token - 1].end + (token < n ? list[token] : behind_text_).after;
  total += at(feature(of_after_word, next, second));
  total += at(feature(of_after_class, behind, view.class_of(token + 1), 1));
  total += at(feature(of_end_class, view.class_of(token - 1), behind));
  const std::uint64_t pattern = view.pattern_behind(token);
  return total + (pattern == 0 ? no_end_pattern_ : at(feature(of_end_pattern, pattern)));
}

void ReasonScorer::score_borders(const ReasonView& view, ReasonState& state) const {
  state.begins.clear();
  state.ends.clear();
  for (const std::uint32_t token : view.begins()) {
    state.begins.push_back(begin_sum(view, token, state.list));
  }
  for (const std::uint32_t token : view.ends()) {
    state.ends.push_back(end_sum(view, token, state.list));
  }
}

std::int32_t ReasonScorer::none_sum(const ReasonView& view, const Parse& parse,
                                    const ReasonState& state) const {
  std::int32_t total = none_bias_ + none_words_[reason_bin(view.words())] +
                       none_sentences_[view.all_sentences()] +
                       none_clauses_[std::min<std::size_t>(parse.clauses.size(), 5U)];
  for (std::size_t k = 0; k <= static_cast<std::size_t>(PatternKind::care); ++k) {
    total += none_hits_[k][view.is_hit(static_cast<PatternKind>(k)) ? 1 : 0];
  }
  for (const PatternHit& hit : parse.hits) {
    const PatternSpec& spec = parse.patterns.at(hit.entry);
    if (spec.kind == PatternKind::reason_after || spec.kind == PatternKind::reason_before) {
      total += at(feature(of_none_hits, spec.key));
    }
  }
  for (const ReasonState::Word& word : state.list) total += word.none;
  for (const std::uint32_t id : view.none_text_features()) total += at(id);
  return total;
}

void ReasonScorer::score_pairs(const ReasonView& view, ReasonState& state) const {
  const std::uint32_t sentences = view.all_sentences();
  const std::uint32_t words = view.all_words();
  std::array<std::size_t, kTelling.size()> told{};
  std::size_t tellings = 0;
  for (std::size_t i = 0; i < kTelling.size(); ++i) {
    if (view.is_hit(kTelling[i])) told[tellings++] = i;
  }
  const bool connected =
      view.is_hit(PatternKind::reason_after) || view.is_hit(PatternKind::reason_before);
  for (const ReasonCandidate& c : view.candidates()) {
    const ReasonShape shape = view.shape_of(c);
    std::int32_t total = state.begins[c.begin_border] + state.ends[c.end_border] +
                         state.inside[c.last] - state.inside[c.first] + state.outside;
    total += bias_ + length_[shape.length] + share_[shape.share] + ahead_[shape.ahead] +
             behind_[shape.behind] + edges_[shape.edges] + sentences_[shape.sentences][sentences] +
             marks_[shape.marks][shape.sentences] +
             connectives_[connected ? view.where_connected(c) : 0];
    total += clauses_[shape.clause_edges][shape.clauses] +
             sentence_[shape.sentence_edges][shape.ended] +
             place_[shape.sentence_edges][shape.place][std::min(sentences, 3U)] +
             share_of_[shape.share][words] + at(view.around(c));
    for (std::size_t i = 0; i < tellings; ++i) {
      total += hits_[told[i]][view.where_hit(kTelling[told[i]], c)];
    }
    state.sums.push_back(total);
  }
}

void ReasonScorer::score(const ReasonView& view, const Parse& parse, float least,
                         ReasonState& state) const {
  state.all.clear();
  state.sums.clear();
  if (view.candidates().empty()) return;
  score_words(view, parse.tokens, state);
  score_borders(view, state);
  score_pairs(view, state);
  const std::int32_t none = none_sum(view, parse, state);
  const std::int32_t best = *std::ranges::max_element(state.sums);
  if (stays_below(best - none, state.sums.size(), least)) return;
  const std::int32_t most = std::max(none, best);
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
