// SPDX-License-Identifier: Apache-2.0
#include "understand/struggles/struggle_heads.h"

#include <algorithm>
#include <utility>

#include "understand/heads/signals.h"

namespace attune {

namespace {

/// Sentences that we write teach which words go with a kind, but not how often people who complain
/// mean it: where food is spoken of in a complaint, the food is mostly what is complained of. So
/// the words of a kind count beside the heads. Chosen on messages that were coded by reading
/// (models/struggles/CARD.md); all within .02 of the best.
constexpr float kHeads = 0.7F;    // Weight of the heads' log-odds.
constexpr float kNamed = 4.0F;    // Log-odds that a word which names the kind adds,
constexpr float kTouched = 2.0F;  // or else one that only goes with it,
constexpr float kUnsaid = -1.0F;  // and what no word at all takes.

}  // namespace

Result<StruggleHeads> StruggleHeads::load(const std::string& models_dir) {
  const std::string path = models_dir + "/struggles/struggles.model";
  auto model = Model::load(path);
  if (!model) return tl::unexpected<Error>(std::move(model.error()));
  auto words = Concepts::load(models_dir + "/struggles/words.txt");
  if (!words) return tl::unexpected<Error>(std::move(words.error()));
  StruggleHeads heads(std::move(*model), std::move(*words));
  for (std::size_t k = 0; k < kStruggleKinds; ++k) {
    const auto output = heads.model_.output(kStruggleKindNames[k]);
    if (!output) {
      return fail(Fault::bad_input,
                  path + ": no output called " + std::string(kStruggleKindNames[k]));
    }
    heads.outputs_[k] = *output;
  }
  for (std::size_t w = 0; w < heads.words_.size(); ++w) {
    const std::string_view name = heads.words_.name(static_cast<std::uint16_t>(w));
    const std::size_t end = name.find_first_of("/~");
    const auto kind = std::ranges::find(kStruggleKindNames, name.substr(0, end));
    if (end == std::string_view::npos || kind == kStruggleKindNames.end()) {
      return fail(Fault::bad_input, path + ": words of no kind: " + std::string(name));
    }
    heads.kind_of_word_.push_back(
        {.kind = static_cast<std::uint8_t>(kind - kStruggleKindNames.begin()),
         .names = name[end] == '/'});
  }
  return heads;
}

/// Concepts::find(), but each word is looked up once.
void StruggleHeads::find_words(State& state) const {
  state.hits.clear();
  for (std::size_t i = 0; i < state.tokens.size(); ++i) {
    const Concepts::Start& start =
        state.starts.of(state.tokens.numbers, state.tokens.list[i].number,
                        [&](Concepts::Start& made) { made = words_.start(state.tokens.word(i)); });
    Concepts::find_at(start, state.tokens, i, state.tokens.size(), state.hits);
  }
}

StruggleScores StruggleHeads::score(std::string_view text, State& state) const {
  if (state.model != model_.checksum()) {
    state.words = {};
    state.starts.clear();
    state.model = model_.checksum();
  }
  tokenise(text, state.tokens);
  find_words(state);
  std::array<float, kStruggleKinds> said{};
  for (const std::uint16_t hit : state.hits) {
    const KindOfWord& word = kind_of_word_[hit];
    said[word.kind] = std::max(said[word.kind], word.names ? kNamed : kTouched);
  }
  collect_words(model_, state.tokens, {0, state.tokens.size()}, state.words);
  add_concepts(words_, state.hits, state.words.found.features);
  model_.score(state.words.found, state.scores);
  StruggleScores out{};
  for (std::size_t k = 0; k < kStruggleKinds; ++k)
    out[k] = logistic(kHeads * model_.logit(outputs_[k], state.scores) + said[k] + kUnsaid);
  return out;
}

}  // namespace attune
