// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/features.h"

#include "understand/heads/feature_walk.h"

namespace attune {

namespace {

/// Keeps the keys, and the places where they stand.
class KeySink {
 public:
  KeySink(const Tokens& tokens, Features& features, Places places)
      : tokens_(tokens), features_(features), keep_(places == Places::keep) {}

  void at(Span place) { here_ = place; }
  const SeenWord& see(std::size_t token) { return seen_ = reader_.see(tokens_, token); }
  void grams(std::size_t /*token*/) {
    reader_.each_gram([this](std::uint64_t key) { put(Block::characters, key); });
  }
  void put_word() { put(Block::words, feature_walk::word_key(seen_)); }
  void put_negated() { put(Block::words, feature_walk::negated_key(seen_)); }
  void put_cue(std::uint64_t tag, std::uint64_t value) {
    put(Block::cues, feature_key::finish(tag, value));
  }
  void put(Block block, std::uint64_t key) {
    const auto b = static_cast<std::size_t>(block);
    features_.keys[b].push_back(key);
    if (keep_) features_.places[b].push_back(here_);
  }

 private:
  const Tokens& tokens_;
  Features& features_;
  bool keep_;
  WordReader reader_;
  SeenWord seen_;
  Span here_;
};

}  // namespace

void extract(const Tokens& tokens, TokenRange range, Features& features, Places places) {
  for (auto& keys : features.keys) keys.clear();
  for (auto& spans : features.places) spans.clear();
  KeySink sink(tokens, features, places);
  feature_walk::run(tokens, range, sink);
}

void extract(const Tokens& tokens, Features& features, Places places) {
  extract(tokens, {0, tokens.size()}, features, places);
}

}  // namespace attune
