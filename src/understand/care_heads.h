// SPDX-License-Identifier: Apache-2.0
#pragma once

// Linear heads that judge whether a writer lives through a hard time (models/care/CARD.md). They
// stand beside the patterns of care.h: they know the near misses that a pattern takes for a sign
// ("lost my husband's ring"), and the signs that no pattern says ("there were two of us when I
// booked").

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "attune/care.h"
#include "attune/result.h"
#include "phrases/patterns/patterns.h"
#include "text/concepts.h"
#include "understand/care_prefilter.h"
#include "understand/heads/model.h"
#include "understand/heads/word_cache.h"

namespace attune {

class CareHeads {
 public:
  /// Scratch of one thread.
  struct State {
    Scores scores;
    WordScores words;
    CarePrefilter::State opening;
    Memo<Concepts::Start> starts;
    std::vector<std::uint16_t> hits;  ///< Concepts of the passage.
    std::uint64_t model = 0;          ///< Checksum of the model that the words are of.
  };

  /// Reads the model and the words below `models_dir`/care; refuses what is absent, damaged or
  /// lacks a kind.
  [[nodiscard]] static Result<CareHeads> load(const std::string& models_dir);

  /// Judges `signs`, those of find_care(), and adds what only the heads see. Gives signs of p ≥ .5,
  /// in order of the text, not overlapping for one kind. A passage that has neither a sign nor
  /// words that open it (care_prefilter.h) is left alone. O(bytes).
  void judge(const Parse& parse, State& state, CareSigns& signs) const {
    judge(parse, state, signs, Passages::opened);
  }
  /// The same without the prefilter: slow, and what its test holds it against.
  void judge_all(const Parse& parse, State& state, CareSigns& signs) const {
    judge(parse, state, signs, Passages::all);
  }

  [[nodiscard]] std::uint64_t checksum() const { return model_.checksum(); }

 private:
  enum class Passages : std::uint8_t { opened, all };
  /// How a passage names a hard time (models/care/words.txt): by no word, by words that also mean
  /// something else, by its own words.
  enum class Evidence : std::uint8_t { none, some, plain };
  /// Log odds that stand over 0 where it is to be told.
  struct Belief {
    float care = 0;
    std::array<float, kCareNames.size()> kinds{};
  };

  CareHeads(Model model, Concepts words) : model_(std::move(model)), words_(std::move(words)) {}

  void judge(const Parse& parse, State& state, CareSigns& signs, Passages passages) const;
  /// The concepts of the passage go to state.hits.
  Evidence find_words(const Parse& parse, TokenRange range, State& state) const;
  /// Where patterns found a sign, the evidence is `least` at least.
  [[nodiscard]] Belief believe(const Parse& parse, TokenRange range, State& state,
                               Evidence least) const;
  void judge_passage(const Parse& parse, std::span<const ClauseRange> clauses, State& state,
                     CareSigns& signs) const;
  void add(const Parse& parse, std::span<const ClauseRange> clauses, const Belief& belief,
           State& state, CareSigns& signs) const;

  Model model_;
  Concepts words_;
  CarePrefilter prefilter_;
  std::vector<Evidence> evidence_;  ///< Of each concept of words_.
  std::vector<bool> danger_;        ///< By concept: it names danger and nothing else.
  std::size_t care_ = 0;            ///< Outputs.
  std::array<std::size_t, kCareNames.size()> kinds_{};
};

}  // namespace attune
