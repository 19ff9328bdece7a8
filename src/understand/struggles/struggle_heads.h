// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which kinds of struggle a text names. Linear heads over words, pairs of words and characters,
// taught by sentences of many trades (models/struggles/CARD.md), so that they hold for a trade that
// they have not seen. They are asked of what struggles; of praise they say little of use.

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "attune/result.h"
#include "attune/struggle_kind.h"
#include "text/concepts.h"
#include "text/tokens.h"
#include "understand/heads/model.h"
#include "understand/heads/word_cache.h"

namespace attune {

class StruggleHeads {
 public:
  /// Scratch of one thread.
  struct State {
    Scores scores;
    std::vector<std::uint16_t> hits;
    Tokens tokens;
    WordScores words;
    Memo<Concepts::Start> starts;
    std::uint64_t model = 0;  ///< Checksum of the model that the words were looked up in.
  };

  /// Reads the model and the words below `models_dir`/struggles; refuses what is absent, damaged or
  /// lacks a kind.
  [[nodiscard]] static Result<StruggleHeads> load(const std::string& models_dir);

  /// Total: a text without words gets what the model says of none.
  [[nodiscard]] StruggleScores score(std::string_view text, State& state) const;

 private:
  StruggleHeads(Model model, Concepts words) : model_(std::move(model)), words_(std::move(words)) {}

  void find_words(State& state) const;

  Model model_;
  Concepts words_;
  struct KindOfWord {
    std::uint8_t kind = 0;
    bool names = false;  ///< By itself, where people complain.
  };
  std::vector<KindOfWord> kind_of_word_;  ///< Per concept of words_.
  std::array<std::size_t, kStruggleKinds> outputs_{};
};

}  // namespace attune
