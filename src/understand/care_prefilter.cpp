// SPDX-License-Identifier: Apache-2.0
#include "understand/care_prefilter.h"

#include <algorithm>
#include <string_view>

namespace attune {

namespace {

constexpr std::array<std::string_view, 2> kNames = {"care", "crisis"};

/// Log odds by words alone from which on a passage is judged: one in nine of real reviews. Lower
/// costs more time than it finds signs; care_prefilter_test.cpp says what is lost.
constexpr std::array<float, 2> kOpen = {-1.5F, -2.5F};

}  // namespace

bool CarePrefilter::attach(const Model& model) {
  for (std::size_t k = 0; k < kNames.size(); ++k) {
    const auto output = model.output(kNames[k]);
    const auto head = std::ranges::find_if(model.heads(), [&](const HeadRecord& record) {
      return std::string_view(record.name.data()) == kNames[k];
    });
    if (!output || head == model.heads().end()) return false;
    outputs_[k] = *output;
    heads_[k] = static_cast<std::size_t>(head - model.heads().begin());
  }
  return true;
}

void CarePrefilter::make(const Model& model, const Tokens& tokens, std::size_t token, State& state,
                         Word& made) const {
  const SeenWord seen = state.reader.see(tokens, token);
  const auto add = [&](std::array<std::int16_t, 2>& weights, std::uint32_t& norm) {
    WordRowSums sums;
    model.add_keys(state.keys, state.rows, sums);
    for (std::size_t k = 0; k < heads_.size(); ++k) weights[k] = sums.weights[heads_[k]];
    norm = sums.norm;
  };
  state.keys.assign(1, feature_walk::word_key(seen));
  add(made.word, made.word_norm);
  if (!seen.has_grams) return;
  state.keys.clear();
  state.reader.each_gram([&](std::uint64_t key) { state.keys.push_back(key); });
  add(made.grams, made.grams_norm);
}

bool CarePrefilter::opens(const Model& model, const Tokens& tokens, TokenRange range,
                          State& state) const {
  BlockSums& sums = state.scores.sums;
  RowSums& words = sums[static_cast<std::size_t>(Block::words)];
  RowSums& grams = sums[static_cast<std::size_t>(Block::characters)];
  sums = {};
  for (std::size_t i = range.first; i < range.last; ++i) {
    const Word& word = state.words.of(tokens.numbers, tokens.list[i].number,
                                      [&](Word& made) { make(model, tokens, i, state, made); });
    for (std::size_t k = 0; k < heads_.size(); ++k) {
      words.weights[heads_[k]] += word.word[k];
      grams.weights[heads_[k]] += word.grams[k];
    }
    words.norm += word.word_norm;
    grams.norm += word.grams_norm;
  }
  model.fill_logits(state.scores);
  for (std::size_t k = 0; k < outputs_.size(); ++k) {
    if (model.logit(outputs_[k], state.scores) >= kOpen[k]) return true;
  }
  return false;
}

}  // namespace attune
