// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which passages the heads of care need not judge: eight in nine of those that customers write. A
// passage is weighed by its words alone, each looked up once in a thread's life, without the pairs,
// cues, patterns and concepts that the heads look at as well: a sixth of their work. What it loses
// against judging every passage is bounded by care_prefilter_test.cpp.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/tokens.h"
#include "understand/heads/feature_walk.h"
#include "understand/heads/model.h"

namespace attune {

class CarePrefilter {
 public:
  /// What the heads of care and of danger have for one word and for its n-grams: weights, and the
  /// squared norm in 1/256.
  struct Word {
    std::array<std::int16_t, 2> word{};
    std::array<std::int16_t, 2> grams{};
    std::uint32_t word_norm = 0;
    std::uint32_t grams_norm = 0;
  };
  /// Scratch of one thread and one model.
  struct State {
    Memo<Word> words;
    WordReader reader;
    std::vector<std::uint64_t> keys;  ///< Of one new word.
    std::vector<std::uint32_t> rows;
    Scores scores;
  };

  CarePrefilter() = default;  ///< Of no model: opens() must not be called.

  /// For the outputs "care" and "crisis" of `model`, which have heads of the same names; false if
  /// it has none.
  [[nodiscard]] bool attach(const Model& model);

  /// True if the words of `range` may tell of a hard time. O(tokens).
  [[nodiscard]] bool opens(const Model& model, const Tokens& tokens, TokenRange range,
                           State& state) const;

 private:
  void make(const Model& model, const Tokens& tokens, std::size_t token, State& state,
            Word& made) const;

  std::array<std::size_t, 2> heads_{};
  std::array<std::size_t, 2> outputs_{};
};

}  // namespace attune
