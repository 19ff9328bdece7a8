// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/word_cache.h"

namespace attune {

namespace {

/// Collects keys as extract() does, but words instead of their n-grams.
class ScoreSink {
 public:
  ScoreSink(const Model& model, const Tokens& tokens, WordScores& scratch)
      : model_(model), tokens_(tokens), scratch_(scratch) {}

  void at(Span /*place*/) {}
  const SeenWord& see(std::size_t token) {
    word_ = &scratch_.words.of(tokens_.numbers, tokens_.list[token].number,
                               [&](WordScores::Word& made) { make(token, made); });
    return word_->seen;
  }
  void grams(std::size_t /*token*/) { scratch_.grams.push_back(&word_->grams); }
  void put(Block block, std::uint64_t key) {
    scratch_.features.keys[static_cast<std::size_t>(block)].push_back(key);
  }

 private:
  void make(std::size_t token, WordScores::Word& made) {
    made.seen = reader_.see(tokens_, token);
    if (!made.seen.has_grams) return;
    std::vector<std::uint64_t> keys;
    reader_.each_gram([&keys](std::uint64_t key) { keys.push_back(key); });
    model_.add_keys(keys, made.grams);
  }

  const Model& model_;
  const Tokens& tokens_;
  WordScores& scratch_;
  WordReader reader_;
  const WordScores::Word* word_ = nullptr;
};

}  // namespace

void collect_words(const Model& model, const Tokens& tokens, TokenRange range,
                   WordScores& scratch) {
  for (auto& keys : scratch.features.keys) keys.clear();
  scratch.grams.clear();
  scratch.words.reserve(tokens.numbers);  // Entries stay where they are for this text.
  for (std::size_t i = range.first; i < range.last; ++i) {
    scratch.words.prefetch(tokens.list[i].number);
  }
  ScoreSink sink(model, tokens, scratch);
  FeatureWalk(tokens, sink).run(range);
}

void score_words(const Model& model, const Tokens& tokens, TokenRange range, WordScores& scratch,
                 Scores& scores) {
  collect_words(model, tokens, range, scratch);
  model.score(scratch.features, scratch.grams, scores);
}

}  // namespace attune
