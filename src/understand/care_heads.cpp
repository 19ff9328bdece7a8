// SPDX-License-Identifier: Apache-2.0
#include "understand/care_heads.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "understand/heads/signals.h"

namespace attune {

namespace {

/// The heads learnt from texts of this length; a longer message is judged passage by passage.
constexpr std::size_t kPassage = 90;  // Tokens.

/// Log odds of any care from which on it is told, by the evidence of words: in other people's
/// messages what reads like a hard time and names none seldom is one. Chosen on out-of-fold answers
/// for our sentences and on how often real reviews are flagged (models/care/CARD.md).
constexpr std::array<float, 3> kCareBars = {1.25F, 0.3F, 0.2F};
/// The same of a kind, and of danger.
constexpr float kKindBar = 0.0F;
constexpr std::array<float, 3> kDangerBars = {1.5F, 0.25F, 0.0F};
/// How far under its bar the belief in any care may lie where danger is told.
constexpr float kDoubt = 1.0F;
/// The most that is believed of danger that no word of its own names: told, yet not certain
/// (kCareCertain).
constexpr float kUncertain = 1.3F;
/// What a pattern's log odds count beside the heads, which have heard of its hit already.
constexpr float kPatternWeight = 0.3F;
constexpr float kDangerWeight = 0.6F;

constexpr auto kCrisis = static_cast<std::size_t>(Care::crisis);

float log_odds(float p) {
  const float q = std::clamp(p, 0.02F, 0.98F);
  return std::log(q / (1 - q));
}

bool within(Span span, std::span<const ClauseRange> clauses) {
  return span.begin >= clauses.front().span.begin && span.begin < clauses.back().span.end;
}

TokenRange tokens_of(std::span<const ClauseRange> clauses) {
  return {.first = clauses.front().first, .last = clauses.back().last};
}

}  // namespace

Result<CareHeads> CareHeads::load(const std::string& models_dir) {
  const std::string path = models_dir + "/care/care.model";
  auto model = Model::load(path);
  if (!model) return tl::unexpected<Error>(std::move(model.error()));
  auto words = Concepts::load(models_dir + "/care/words.txt");
  if (!words) return tl::unexpected<Error>(std::move(words.error()));
  CareHeads heads(std::move(*model), std::move(*words));
  const auto find = [&](std::string_view name, std::size_t& place) {
    const auto output = heads.model_.output(name);
    if (output) place = *output;
    return output.has_value();
  };
  bool whole = find("care", heads.care_);
  for (std::size_t k = 0; k < kCareNames.size(); ++k)
    whole = find(kCareNames[k], heads.kinds_[k]) && whole;
  for (std::size_t w = 0; w < heads.words_.size(); ++w) {
    const std::string_view name = heads.words_.name(static_cast<std::uint16_t>(w));
    const bool opens = name.find('/') != std::string_view::npos;
    const bool beside = name.ends_with("-beside");
    heads.danger_.push_back(name.starts_with("crisis/") && !beside);
    heads.evidence_.push_back(!opens ? Evidence::none : beside ? Evidence::some : Evidence::plain);
  }
  whole = heads.prefilter_.attach(heads.model_) && whole;
  if (!whole) return fail(Fault::bad_input, path + ": lacks the output of a kind of care");
  return heads;
}

CareHeads::Evidence CareHeads::find_words(const Parse& parse, TokenRange range,
                                          State& state) const {
  state.hits.clear();
  for (std::size_t i = range.first; i < range.last; ++i) {
    const Concepts::Start& start =
        state.starts.of(parse.tokens.numbers, parse.tokens.list[i].number,
                        [&](Concepts::Start& made) { made = words_.start(parse.tokens.word(i)); });
    Concepts::find_at(start, parse.tokens, i, range.last, state.hits);
  }
  Evidence most = Evidence::none;
  for (const std::uint16_t hit : state.hits) most = std::max(most, evidence_[hit]);
  return most;
}

CareHeads::Belief CareHeads::believe(const Parse& parse, TokenRange range, State& state,
                                     Evidence least) const {
  const Evidence named = std::max(least, find_words(parse, range, state));
  const auto evidence = static_cast<std::size_t>(named);
  collect_words(model_, parse.tokens, range, state.words);
  add_concepts(words_, state.hits, state.words.found.features);
  const auto first = std::ranges::lower_bound(parse.hits, range.first, {}, &PatternHit::first);
  const auto last = std::ranges::lower_bound(parse.hits, range.last, {}, &PatternHit::first);
  add_signals(parse.patterns, std::span(first, last), state.words.found.features);
  model_.score(state.words.found, state.scores);
  Belief belief;
  belief.care = model_.logit(care_, state.scores) - kCareBars[evidence];
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    belief.kinds[k] =
        model_.logit(kinds_[k], state.scores) - (k == kCrisis ? kDangerBars[evidence] : kKindBar);
  }
  if (std::ranges::none_of(state.hits, [&](std::uint16_t hit) { return danger_[hit]; })) {
    belief.kinds[kCrisis] = std::min(belief.kinds[kCrisis], kUncertain);
  }
  return belief;
}

/// Signs that no pattern says: where the text is believed, its kinds, or else its likeliest.
void CareHeads::add(const Parse& parse, std::span<const ClauseRange> clauses, const Belief& belief,
                    State& state, CareSigns& signs) const {
  std::array<float, kCareNames.size()> told{};  // Log odds; under 0: not told.
  const auto likeliest =
      static_cast<std::size_t>(std::ranges::max_element(belief.kinds) - belief.kinds.begin());
  bool any = false;
  for (std::size_t k = 0; k < told.size(); ++k) {
    const bool danger = k == kCrisis;
    told[k] = std::min(belief.kinds[k], belief.care + (danger ? kDoubt : 0));
    const bool said = std::ranges::any_of(signs, [&](const CareSign& sign) {
      return static_cast<std::size_t>(sign.kind) == k && within(sign.span, clauses);
    });
    any = any || said || told[k] >= 0;
    if (said) told[k] = -1;
  }
  if (!any)
    told[likeliest] = likeliest == kCrisis ? std::min(belief.care, kUncertain) : belief.care;
  std::array<float, kCareNames.size()> most{};
  most.fill(-1e9F);
  std::array<Span, kCareNames.size()> spans{};
  if (std::ranges::none_of(told, [](float z) { return z >= 0; })) return;
  for (const ClauseRange& clause : clauses) {
    const Belief own =
        believe(parse, {.first = clause.first, .last = clause.last}, state, Evidence::none);
    for (std::size_t k = 0; k < told.size(); ++k) {
      if (own.kinds[k] <= most[k]) continue;
      most[k] = own.kinds[k];
      spans[k] = clause.span;
    }
  }
  for (std::size_t k = 0; k < told.size(); ++k) {
    if (told[k] >= 0) signs.push_back({static_cast<Care>(k), spans[k], logistic(told[k])});
  }
}

void CareHeads::judge_passage(const Parse& parse, std::span<const ClauseRange> clauses,
                              State& state, CareSigns& signs) const {
  const auto here = [&](const CareSign& sign) { return within(sign.span, clauses); };
  const Evidence least = std::ranges::any_of(signs, here) ? Evidence::plain : Evidence::none;
  const Belief belief = believe(parse, tokens_of(clauses), state, least);
  for (CareSign& sign : signs) {
    if (!here(sign)) continue;
    const bool danger = sign.kind == Care::crisis;
    const float heads = danger ? std::max(belief.care, belief.kinds[kCrisis]) : belief.care;
    sign.p = logistic(heads + (danger ? kDangerWeight : kPatternWeight) * log_odds(sign.p));
  }
  std::erase_if(signs, [&](const CareSign& sign) { return here(sign) && sign.p < .5F; });
  add(parse, clauses, belief, state, signs);
}

void CareHeads::judge(const Parse& parse, State& state, CareSigns& signs, Passages passages) const {
  if (state.model != model_.checksum()) {
    state = State();
    state.model = model_.checksum();
  }
  const std::span<const ClauseRange> all = parse.clauses;
  for (std::size_t from = 0; from < all.size();) {
    std::size_t to = from + 1;
    while (to < all.size() && all[to].last - all[from].first <= kPassage) ++to;
    const auto passage = all.subspan(from, to - from);
    const auto here = [&](const CareSign& sign) { return within(sign.span, passage); };
    if (passages == Passages::all || std::ranges::any_of(signs, here) ||
        prefilter_.opens(model_, parse.tokens, tokens_of(passage), state.opening)) {
      judge_passage(parse, passage, state, signs);
    }
    from = to;
  }
  std::ranges::stable_sort(signs, {}, &CareSign::span);
}

}  // namespace attune
